// What is done on a ticket: its fields, parts, steps, records and audits.
import { Form, Radio } from "antd";
import type { CheckItemBody, RecordKindBody, TicketStepBody } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { anothers, BehalfItems, type BehalfFields } from "./BehalfItems";
import { type OfTicket, TextItem } from "./CourseDialogs";
import { FieldItems, fieldsOf, type Typed } from "./FieldItems";
import { FileItem } from "./FileItem";
import { TEXTS } from "./texts";

export function FillDialog({ view, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const { ticket, kind } = view;
  return (
    <ActDialog
      name={`ticket.fill.${ticket}`}
      title={texts.fill}
      width={640}
      initial={{ fields: view.fields }}
      act={useAct("fillTicket")}
      request={({ fields }: { fields?: Typed }) => ({ ticket, fields: fieldsOf(kind.fields, fields ?? {}) })}
      done={texts.filled}
      onClose={close}
    >
      <FieldItems fields={kind.fields} name="fields" />
    </ActDialog>
  );
}

export function PartDialog({ view: { ticket }, close, item }: OfTicket & { item: CheckItemBody }) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.part.${ticket}.${item.code}`}
      title={item.label}
      okText={texts.partDone}
      initial={{ state: "done" }}
      act={useAct("setTicketItem")}
      request={(fields: { state: string; file?: string; reason?: string }) => ({
        ticket,
        item: item.code,
        state: fields.state,
        file: fields.state === "done" ? fields.file?.trim() || null : null,
        reason: fields.state === "done" ? null : (fields.reason ?? null),
      })}
      done={texts.partSaved}
      onClose={close}
    >
      <Form.Item name="state" hidden={!item.mayNotApply}>
        <Radio.Group
          options={[
            { value: "done", label: texts.partDone },
            { value: "notApplicable", label: texts.partNot },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["state"]}>
        {({ getFieldValue }) =>
          getFieldValue("state") === "notApplicable" ? (
            <TextItem name="reason" label={texts.partNotReason} needed />
          ) : item.shownBy === "file" ? (
            <FileItem label={texts.partFile} needed />
          ) : null
        }
      </Form.Item>
    </ActDialog>
  );
}

export function StepDialog({ view: { ticket }, close, step }: OfTicket & { step: TicketStepBody }) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`ticket.step.${ticket}.${step.code}`}
      title={step.label}
      okText={texts.stepTake}
      initial={{ on: today }}
      beside={{ dayOutside: "on" }}
      act={useAct("takeTicketStep")}
      request={(fields: { on: string; text?: string }) => ({
        ticket,
        step: step.code,
        on: fields.on,
        text: fields.text?.trim() || null,
      })}
      done={texts.stepSaved}
      onClose={close}
    >
      <DayItem label={texts.day} />
      <TextItem label={texts.stepText} />
    </ActDialog>
  );
}

interface RecordDialogProps extends OfTicket {
  kind: RecordKindBody;
  /** What is filled in already. */
  initial?: Typed;
}

export function RecordDialog({ view: { ticket }, close, kind, initial }: RecordDialogProps) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`ticket.record.${ticket}.${[kind.code, ...Object.values(initial ?? {})].join(".")}`}
      title={kind.label}
      okText={texts.recordAdd}
      width={640}
      initial={{ on: today, ...(initial === undefined ? {} : { fields: initial }) }}
      beside={{ dayOutside: "on" }}
      act={useAct("recordOnTicket")}
      request={(fields: { on: string; fields?: Typed; file?: string }) => ({
        ticket,
        kind: kind.code,
        on: fields.on,
        fields: fieldsOf(kind.fields, fields.fields ?? {}),
        file: fields.file?.trim() || null,
      })}
      done={texts.recordSaved}
      onClose={close}
    >
      <DayItem label={texts.day} />
      <FieldItems fields={kind.fields} name="fields" all />
      <FileItem label={texts.recordFile} />
    </ActDialog>
  );
}

export function AskAuditDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.audit.${ticket}`}
      title={texts.auditAsk}
      beside={{ sameFile: "file" }}
      act={useAct("askAudit")}
      request={({ file }: { file: string }) => ({ ticket, file })}
      done={texts.auditAsked}
      onClose={close}
    >
      <FileItem label={texts.auditFile} needed />
    </ActDialog>
  );
}

export function AnswerAuditDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`ticket.audited.${ticket}`}
      title={texts.auditAnswer}
      initial={{ on: today }}
      beside={{ dayOutside: "on", basisNeeded: "basis", reasonNeeded: "text" }}
      act={useAct("decideAudit")}
      request={(fields: BehalfFields & { accepted: boolean; on: string; text?: string }) => ({
        ticket,
        accepted: fields.accepted,
        on: fields.on,
        text: fields.text?.trim() || null,
        behalf: anothers(fields),
      })}
      done={texts.auditSaved}
      onClose={close}
    >
      <Form.Item name="accepted" label={texts.outcome} rules={[{ required: true, message: texts.needed }]}>
        <Radio.Group
          options={[
            { value: true, label: texts.auditYes },
            { value: false, label: texts.auditNo },
          ]}
        />
      </Form.Item>
      <TextItem label={texts.auditPoints} />
      <DayItem label={texts.day} />
      <BehalfItems always who={texts.auditBy} />
    </ActDialog>
  );
}
