// A type made or changed: what it is, its fields, parts, records and steps.
import { Checkbox, Divider, Flex, Form, Input, InputNumber, Select, Typography } from "antd";
import { type ReactNode, useMemo } from "react";
import type { TicketTypeBody } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { FieldRows } from "./FieldRows";
import { ItemRows, RecordRows, StepRows } from "./PartRows";
import { TEXTS } from "./texts";
import { bodyOf, formOf, newCode, SERVICES, type TypeForm } from "./typeForm";

interface TypeDialogProps {
  /** Whose type; null for all units. */
  unit: string | null;
  /** What the form begins with. */
  body: TicketTypeBody;
  /** Whether it is a new one, and gets a name of its own. */
  fresh: boolean;
  title: string;
  close: () => void;
}

export function TypeDialog({ unit, body, fresh, title, close }: TypeDialogProps) {
  const texts = usePick(TEXTS);
  const code = useMemo(() => (fresh ? newCode() : body.code), [fresh, body.code]);
  const own = useAct("issueTicketType");
  const common = useAct("issueCommonTicketType");
  const { code: _, ...rest } = formOf(body);
  const dialog = {
    name: `ticketType.${unit ?? ""}.${fresh ? `new.${body.code}` : body.code}`,
    title,
    okText: texts.save,
    width: 860,
    initial: rest,
    beside: { ticketTypeDays: "days" as const },
    done: texts.saved,
    onClose: close,
    children: <TypeItems />,
  };
  const made = (form: TypeForm) => bodyOf(form, code);
  return unit === null ? (
    <ActDialog<TypeForm, { body: TicketTypeBody }, unknown>
      {...dialog}
      act={common}
      request={(form) => ({ body: made(form) })}
    />
  ) : (
    <ActDialog<TypeForm, { unit: string; body: TicketTypeBody }, unknown>
      {...dialog}
      act={own}
      request={(form) => ({ unit, body: made(form) })}
    />
  );
}

function TypeItems() {
  const texts = usePick(TEXTS);
  const needed = [{ required: true, message: texts.needed }];
  return (
    <>
      <Flex gap="middle" wrap>
        <Form.Item
          name="label"
          label={texts.label}
          style={{ flex: "1 1 220px" }}
          rules={[{ required: true, whitespace: true, message: texts.needed }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="service" label={texts.service} rules={needed}>
          <Select
            style={{ width: 160 }}
            options={SERVICES.map((value) => ({ value, label: texts.services[value] }))}
          />
        </Form.Item>
        <Form.Item name="days" label={texts.days} rules={needed}>
          <InputNumber min={1} max={250} precision={0} />
        </Form.Item>
        <Form.Item name="acceptance" label={texts.acceptance}>
          <Select
            style={{ width: 160 }}
            options={(["requester", "customer"] as const).map((value) => ({
              value,
              label: texts.acceptances[value],
            }))}
          />
        </Form.Item>
      </Flex>
      <Flex gap="middle" wrap>
        {(["customer", "formal", "audited"] as const).map((name) => (
          <Form.Item key={name} name={name} valuePropName="checked" style={{ margin: 0 }}>
            <Checkbox>{texts[name]}</Checkbox>
          </Form.Item>
        ))}
      </Flex>
      <Part part="fields">
        <FieldRows name="fields" at={["fields"]} />
      </Part>
      <Part part="items">
        <ItemRows />
      </Part>
      <Part part="records">
        <RecordRows />
      </Part>
      <Part part="steps">
        <StepRows />
      </Part>
    </>
  );
}

function Part({ part, children }: { part: "fields" | "items" | "records" | "steps"; children: ReactNode }) {
  const texts = usePick(TEXTS);
  return (
    <section aria-label={texts.parts[part]}>
      <Divider titlePlacement="start" style={{ marginBlock: "16px 8px" }}>
        {texts.parts[part]}
      </Divider>
      <Typography.Paragraph type="secondary" style={{ marginBlockEnd: 8 }}>
        {texts.partsHelp[part]}
      </Typography.Paragraph>
      {children}
    </section>
  );
}
