// Registering a ticket: what is known now, the rest later.
import { Flex, Form, Input, Segmented, Select } from "antd";
import type { TicketTypeView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useHeld } from "../../shared/session";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { OpportunityItem } from "../opportunities/OpportunityItem";
import { type Whose, WhoseItem } from "../opportunities/WhoseItem";
import { FieldItems, fieldsOf, type Typed } from "./FieldItems";
import { CHANNELS, COMPLEXITIES, optionsOf, URGENCIES } from "./lists";
import { TEXTS } from "./texts";

interface Fields {
  type: string;
  title: string;
  customer?: Whose;
  opportunity?: string | null;
  contact?: string;
  phone?: string;
  channel: string;
  urgency: string;
  complexity: string;
  receivedOn: string;
  dueOn?: string | null;
  fields?: Typed;
}

const keyOf = ({ own, body }: TicketTypeView) => `${own ? "own" : "all"}/${body.code}`;

interface RegisterDialogProps {
  types: TicketTypeView[];
  /** With the number of the new ticket, or null where it was given up. */
  close: (ticket: string | null) => void;
}

export function RegisterDialog({ types, close }: RegisterDialogProps) {
  const texts = usePick(TEXTS);
  const held = useHeld();
  const today = useToday();
  const { language } = usePreference();
  const { unit } = useInView();
  const chosen = (type: string) => types.find((one) => keyOf(one) === type);
  return (
    <ActDialog
      name={`ticket.${unit}`}
      title={texts.register}
      says={held ? texts.registerOwnHelp : texts.registerHelp}
      width={640}
      first="type"
      initial={{ channel: "phone", urgency: "normal", complexity: "ordinary", receivedOn: today }}
      beside={{
        titleLength: "title",
        customerNeeded: "customer",
        nameOfAnother: "customer",
        requesterNeeded: "contact",
        dueOnDayOff: "dueOn",
        dueBefore: "dueOn",
        receivedLater: "receivedOn",
      }}
      act={useAct("registerTicket")}
      request={({ type, fields, ...rest }: Fields) => ({
        unit,
        kind: chosen(type)?.body.code ?? "",
        own: chosen(type)?.own ?? false,
        title: rest.title,
        customer: rest.customer?.name.trim() || null,
        customerNo: rest.customer?.number ?? null,
        opportunity: rest.opportunity ?? null,
        requester: null,
        contact: rest.contact ?? null,
        phone: rest.phone?.trim() || null,
        channel: rest.channel,
        urgency: rest.urgency,
        complexity: rest.complexity,
        receivedOn: rest.receivedOn,
        dueOn: rest.dueOn ?? null,
        fields: fieldsOf(chosen(type)?.body.fields ?? [], fields ?? {}),
      })}
      done={({ ticket }) => {
        close(ticket);
        return texts.registered(ticket);
      }}
      onClose={() => close(null)}
    >
      <Form.Item name="type" label={texts.kind} rules={[{ required: true, message: texts.needed }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={types.map((one) => ({ value: keyOf(one), label: one.body.label }))}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={texts.title}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input placeholder={texts.titleHint} maxLength={100} />
      </Form.Item>
      <Flex gap="middle">
        <WhoseItem name="customer" label={texts.customer} style={{ flex: 1 }} />
        {held ? null : (
          <>
            <Form.Item
              name="contact"
              label={texts.requester}
              style={{ flex: 1 }}
              rules={[{ required: true, whitespace: true, message: texts.needed }]}
            >
              <Input placeholder={texts.requesterHint} />
            </Form.Item>
            <Form.Item name="phone" label={texts.phone} style={{ width: 150 }}>
              <Input inputMode="tel" />
            </Form.Item>
          </>
        )}
      </Flex>
      {held ? null : <OpportunityItem name="opportunity" label={texts.opportunity} />}
      <Flex gap="middle" wrap>
        <Form.Item name="urgency" label={texts.urgency}>
          <Segmented options={optionsOf(language, "urgency", URGENCIES)} />
        </Form.Item>
        <Form.Item name="complexity" label={texts.complexity}>
          <Segmented options={optionsOf(language, "complexity", COMPLEXITIES)} />
        </Form.Item>
        <Form.Item name="channel" label={texts.channel} style={{ width: 130 }}>
          <Select options={optionsOf(language, "channel", CHANNELS)} />
        </Form.Item>
      </Flex>
      <Flex gap="middle">
        <DayItem name="receivedOn" label={texts.receivedOn} />
        <DayItem name="dueOn" label={texts.dueOn} optional extra={texts.dueHelp} />
      </Flex>
      <Form.Item noStyle dependencies={["type"]}>
        {({ getFieldValue }) => {
          const type = chosen(getFieldValue("type") as string);
          return type === undefined ? null : <FieldItems fields={type.body.fields} name="fields" />;
        }}
      </Form.Item>
    </ActDialog>
  );
}
