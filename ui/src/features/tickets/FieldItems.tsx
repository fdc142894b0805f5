// The fields of a ticket's type as items of a form.
import { DatePicker, Form, Input, Radio, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { FieldBody } from "../../bindings/bindings";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { StaffItem } from "../people/StaffItem";
import { TEXTS } from "./texts";

export type Typed = Record<string, string | null | undefined>;

/** Whether a field is asked for, as the form now stands. */
export function asked({ when }: FieldBody, typed: Typed): boolean {
  return !when || when.is.includes(typed[when.field] ?? "");
}

/** What stands in the form, as the core reads it: every field that is asked for, empty ones too. */
export function fieldsOf(fields: FieldBody[], typed: Typed): Record<string, string> {
  return Object.fromEntries(
    fields.filter((field) => asked(field, typed)).map(({ code }) => [code, typed[code] ?? ""]),
  );
}

interface FieldItemsProps {
  fields: FieldBody[];
  /** Under which name of the form they stand. */
  name: string;
  /** Whether what is asked for before closing must be filled in now. */
  all?: boolean;
  /** What is said of a field that must be filled in later; before closing where absent. */
  later?: string;
}

export function FieldItems({ fields, name, all = false, later }: FieldItemsProps) {
  const form = Form.useFormInstance<Record<string, Typed>>();
  const typed = Form.useWatch<Typed>(name, form) ?? {};
  return fields
    .filter((field) => asked(field, typed))
    .map((field) => <FieldItem key={field.code} name={name} field={field} all={all} by={later} />);
}

interface FieldItemProps {
  name: string;
  field: FieldBody;
  all: boolean;
  by: string | undefined;
}

function FieldItem({ name, field, all, by }: FieldItemProps) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const { code, label, kind, need, hint } = field;
  const needed = need === "start" || (all && need === "close");
  const later = !needed && need === "close" ? `${label}${marks.aside(by ?? texts.toClose)}` : label;
  const path = [name, code];
  const rules = needed ? [{ required: true, whitespace: true, message: texts.needed }] : [];
  const help = [hint, field.restricted ? texts.restricted : null].filter(Boolean).join(marks.semicolon);
  const common = { name: path, label: later, rules, ...(help ? { extra: help } : {}) };
  if (kind === "day") {
    return (
      <Form.Item
        {...common}
        rules={needed ? [{ required: true, message: texts.needed }] : []}
        getValueProps={(day: string | null | undefined) => ({ value: day ? dayjs(day) : null })}
        normalize={(day: Dayjs | null) => day?.format("YYYY-MM-DD") ?? null}
      >
        <DatePicker
          onKeyDown={(event) => {
            if (event.key === "Enter") event.preventDefault();
          }}
        />
      </Form.Item>
    );
  }
  if (kind === "yesNo") {
    return (
      <Form.Item {...common}>
        <Radio.Group
          options={[
            { value: "yes", label: texts.yes },
            { value: "no", label: texts.no },
          ]}
        />
      </Form.Item>
    );
  }
  if (kind === "staff") {
    return <StaffItem name={path as never} label={later} needed={needed} except="" />;
  }
  if (typeof kind === "object" && "choice" in kind) {
    return (
      <Form.Item {...common}>
        <Select allowClear options={kind.choice.map((value) => ({ value, label: value }))} />
      </Form.Item>
    );
  }
  if (typeof kind === "object") {
    return (
      <Form.Item
        {...common}
        getValueProps={(text: string | null | undefined) => ({ value: text ? text.split("\n") : [] })}
        normalize={(chosen: string[] | undefined) => chosen?.join("\n") ?? ""}
      >
        <Select mode="multiple" options={kind.several.map((value) => ({ value, label: value }))} />
      </Form.Item>
    );
  }
  return (
    <Form.Item {...common}>
      {kind === "paragraph" ? (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      ) : (
        <Input {...(kind === "yuan" ? { prefix: "¥" } : {})} />
      )}
    </Form.Item>
  );
}
