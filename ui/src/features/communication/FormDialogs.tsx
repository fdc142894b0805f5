// What is done with a form: its next step, a correction, taking it out of its register.
import { Form, Input, Radio } from "antd";
import type { FormStepBody, FormView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { anothers, BehalfItems, behalfOf, type BehalfFields } from "../tickets/BehalfItems";
import { TextItem } from "../tickets/CourseDialogs";
import { FieldItems, fieldsOf, type Typed } from "../tickets/FieldItems";
import { type LinkFields, LinkItems, linksOf } from "./LinkItems";
import { TEXTS } from "./texts";

export interface OfForm {
  view: FormView;
  close: () => void;
}

const OUTCOMES: Record<string, string[]> = {
  action: ["done"],
  approval: ["agreed", "returned", "refused"],
  verdict: ["upheld", "partlyUpheld", "notUpheld"],
};

interface StepFields extends BehalfFields {
  outcome: string;
  on: string;
  text?: string;
  fields?: Typed;
}

export function StepDialog({ view, step, close }: OfForm & { step: FormStepBody }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const today = useToday();
  const { form, ownStep } = view;
  const outcomes = OUTCOMES[step.kind] ?? [];
  return (
    <ActDialog
      name={`form.step.${form}.${step.code}`}
      title={step.label}
      okText={texts.takeStep(step.label)}
      width={640}
      initial={{ outcome: outcomes[0] ?? "done", on: today }}
      beside={{ dayOutside: "on", basisNeeded: "basis", reasonNeeded: "text" }}
      act={useAct("takeFormStep")}
      request={(fields: StepFields) => ({
        form,
        step: step.code,
        outcome: fields.outcome,
        on: fields.on,
        fields: fieldsOf(step.fields ?? [], fields.fields ?? {}),
        text: fields.text?.trim() || null,
        behalf: ownStep ? behalfOf(fields) : anothers(fields),
      })}
      done={texts.stepDone}
      onClose={close}
    >
      <Form.Item name="outcome" label={texts.outcome} hidden={outcomes.length < 2}>
        <Radio.Group
          options={outcomes.map((value) => ({ value, label: word(language, `stepOutcome.${value}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["outcome"]}>
        {({ getFieldValue }) => {
          const outcome = getFieldValue("outcome") as string;
          const back = outcome === "returned" || outcome === "refused";
          return (
            <>
              {back ? null : <FieldItems fields={step.fields ?? []} name="fields" all />}
              <TextItem label={texts.opinion} needed={outcome !== "done" && outcome !== "agreed"} />
            </>
          );
        }}
      </Form.Item>
      <DayItem label={texts.on} />
      <BehalfItems always={!ownStep} />
    </ActDialog>
  );
}

interface CorrectFields extends LinkFields {
  title: string;
  on: string;
  fields?: Typed;
  reason?: string;
}

export function CorrectDialog({ view, close }: OfForm) {
  const texts = usePick(TEXTS);
  const { form, kind, unit } = view;
  const returned = view.state === "returned";
  const register = kind.register as keyof typeof texts.day;
  return (
    <ActDialog
      name={`form.correct.${form}`}
      title={returned ? texts.resubmit : texts.correct}
      says={texts.correctHelp}
      width={680}
      initial={{
        title: view.title,
        on: view.on,
        fields: view.fields,
        ...(view.customer === null ? {} : { whose: { number: view.customerNo, name: view.customer } }),
        ...(view.engineer === null ? {} : { engineer: view.engineer }),
        ...(view.ticket === null ? {} : { ticket: view.ticket }),
        ...(view.opportunity === null ? {} : { opportunity: view.opportunity }),
      }}
      beside={{
        titleLength: "title",
        formDayLater: "on",
        unknownCustomer: "whose",
        unknownTicket: "ticket",
        unknownOpportunity: "opportunity",
        reasonNeeded: "reason",
      }}
      act={useAct("correctForm")}
      request={({ title, on, fields, reason, ...links }: CorrectFields) => ({
        form,
        title,
        on,
        links: linksOf(links),
        fields: fieldsOf(kind.fields, fields ?? {}),
        reason: reason?.trim() ?? "",
      })}
      done={texts.corrected}
      onClose={close}
    >
      <Form.Item
        name="title"
        label={texts.title}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <DayItem name="on" label={texts.day[register]} />
      <LinkItems kind={kind} unit={unit} />
      <FieldItems fields={kind.fields} name="fields" all={(kind.steps ?? []).length === 0} />
      <TextItem name="reason" label={texts.correctReason} needed={!returned} />
    </ActDialog>
  );
}

export function VoidDialog({ view: { form }, close }: OfForm) {
  const texts = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`form.void.${form}`}
      title={texts.void}
      says={texts.voidHelp}
      label={texts.reason}
      danger
      act={useAct("voidForm")}
      request={(reason) => ({ form, reason })}
      done={texts.voided}
      onClose={close}
    />
  );
}
