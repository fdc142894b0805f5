// Registering a form: its type where there are several, what it is about, links, fields, and tasks that come out of it.
import { Form, Input, Select } from "antd";
import type { FormTypeView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct, useRead } from "../../shared/useCase";
import { FieldItems, fieldsOf, type Typed } from "../tickets/FieldItems";
import { type LinkFields, LinkItems, linksOf } from "./LinkItems";
import type { Register } from "./registers";
import { type TaskFields, TaskItems, taskOf } from "./TaskItems";
import { TEXTS } from "./texts";

interface Fields extends LinkFields {
  type?: string;
  title: string;
  on: string;
  fields?: Typed;
  tasks?: TaskFields[];
}

const keyOf = ({ own, body }: FormTypeView) => `${own ? "own" : "all"} ${body.code}`;

interface RegisterDialogProps {
  register: Register;
  /** With the new form's number, or null where none was registered. */
  close: (form: string | null) => void;
}

export function RegisterDialog({ register, close }: RegisterDialogProps) {
  const texts = usePick(TEXTS);
  const today = useToday();
  const { unit } = useInView();
  const act = useAct("registerForm");
  const types = (useRead("formTypes", { unit }, unit !== "").data ?? []).filter(
    ({ body }) => body.register === register,
  );
  const chosen = (type: string | undefined) =>
    types.find((one) => keyOf(one) === type) ?? (types.length === 1 ? types[0] : undefined);
  return (
    <ActDialog
      name={`form.${register}.${unit}`}
      title={texts.register[register]}
      width={680}
      first={types.length < 2 ? "title" : "type"}
      initial={{ on: today }}
      beside={{
        titleLength: "title",
        formDayLater: "on",
        unknownCustomer: "whose",
        unknownTicket: "ticket",
        unknownOpportunity: "opportunity",
        unknownEngineer: "engineer",
      }}
      act={act}
      request={({ type, fields, tasks, title, on, ...links }: Fields) => {
        const kind = chosen(type);
        return {
          unit,
          kind: kind?.body.code ?? "",
          own: kind?.own ?? false,
          title,
          on,
          links: linksOf(links),
          fields: fieldsOf(kind?.body.fields ?? [], fields ?? {}),
          tasks: kind?.body.tasks === true ? (tasks ?? []).map(taskOf) : [],
        };
      }}
      done={({ form }) => {
        close(form);
        return texts.registered(form);
      }}
      onClose={() => close(null)}
    >
      {types.length < 2 ? null : (
        <Form.Item name="type" label={texts.kind} rules={[{ required: true, message: texts.needed }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={types.map((one) => ({ value: keyOf(one), label: one.body.label }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label={texts.title}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input placeholder={texts.titleHints[register]} maxLength={100} />
      </Form.Item>
      <DayItem name="on" label={texts.day[register]} />
      <Form.Item noStyle dependencies={["type"]}>
        {({ getFieldValue }) => {
          const kind = chosen(getFieldValue("type") as string | undefined)?.body;
          if (kind === undefined) return null;
          return (
            <>
              <LinkItems kind={kind} unit={unit} />
              <FieldItems fields={kind.fields} name="fields" all={(kind.steps?.length ?? 0) === 0} />
              {kind.tasks === true ? <TaskItems unit={unit} /> : null}
            </>
          );
        }}
      </Form.Item>
    </ActDialog>
  );
}
