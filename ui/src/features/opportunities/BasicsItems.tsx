// What an opportunity is, as items of a form.
import { Flex, Form, Input, Segmented, Select } from "antd";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { StaffItem } from "../people/StaffItem";
import { CustomerItem } from "./CustomerItem";
import { TEXTS } from "./texts";

export interface BasicsFields {
  title: string;
  customerName: string;
  class: string;
  source?: string | null;
  finder: string;
  manager: string;
  amount?: string | null;
  expectedOn?: string | null;
  engineer?: string | null;
}

const FINDERS = ["accountManager", "industryManager", "engineer"];

/** Which field a refusal is about. */
export const BESIDE = {
  titleLength: "title",
  customerNeeded: "customerName",
  nameLength: "customerName",
  accountManagerNeeded: "manager",
  negativeAmount: "amount",
  badAmount: "amount",
  notServing: "engineer",
} as const;

/** As the core reads it. */
export function basicsOf(fields: BasicsFields) {
  return {
    title: fields.title,
    customer: null,
    customerName: fields.customerName,
    class: fields.class,
    source: fields.source ?? null,
    finder: fields.finder,
    manager: fields.manager,
    amount: fields.amount?.trim() || null,
    expectedOn: fields.expectedOn ?? null,
    engineer: fields.engineer ?? null,
  };
}

export function BasicsItems({ unit }: { unit: string }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const form = useRead("opportunityForm", {});
  const needed = [{ required: true, message: texts.needed }];
  const options = (values: string[] | undefined) => (values ?? []).map((value) => ({ value, label: value }));
  return (
    <>
      <Form.Item
        name="title"
        label={texts.title}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input autoFocus placeholder={texts.titleHint} maxLength={100} />
      </Form.Item>
      <CustomerItem
        name="customerName"
        label={texts.customer}
        unit={unit}
        needed
        extra={texts.customerHint}
      />
      <Flex gap="middle">
        <Form.Item name="class" label={texts.class} rules={needed} style={{ flex: 1 }}>
          <Select showSearch={{ optionFilterProp: "label" }} options={options(form.data?.classes)} />
        </Form.Item>
        <Form.Item
          name="manager"
          label={texts.manager}
          rules={[{ required: true, whitespace: true, message: texts.needed }]}
          style={{ flex: 1 }}
        >
          <Input />
        </Form.Item>
        <Form.Item name="amount" label={texts.amount} style={{ flex: 1 }}>
          <Input prefix="¥" inputMode="decimal" />
        </Form.Item>
      </Flex>
      <Flex gap="middle" wrap>
        <StaffItem name="engineer" label={texts.engineer} except="" style={{ flex: 1, minWidth: 180 }} />
        <Form.Item name="source" label={texts.source} style={{ flex: 1, minWidth: 140 }}>
          <Select allowClear options={options(form.data?.sources)} />
        </Form.Item>
        <DayItem name="expectedOn" label={texts.expectedOn} optional />
      </Flex>
      <Form.Item name="finder" label={texts.finder}>
        <Segmented options={FINDERS.map((value) => ({ value, label: word(language, `finder.${value}`) }))} />
      </Form.Item>
    </>
  );
}
