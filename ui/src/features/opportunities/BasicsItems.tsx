// What an opportunity is, as items of a form.
import { Flex, Form, Input, Segmented, Select } from "antd";
import { type ReactNode, useMemo } from "react";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { StaffItem } from "../people/StaffItem";
import { TEXTS } from "./texts";

export interface BasicsFields {
  title: string;
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
  accountManagerNeeded: "manager",
  negativeAmount: "amount",
  badAmount: "amount",
  notServing: "engineer",
} as const;

/** As the core reads it. */
export function basicsOf(fields: BasicsFields) {
  return {
    title: fields.title,
    class: fields.class,
    source: fields.source ?? null,
    finder: fields.finder,
    manager: fields.manager,
    amount: fields.amount?.trim() || null,
    expectedOn: fields.expectedOn ?? null,
    engineer: fields.engineer ?? null,
  };
}

interface BasicsItemsProps {
  unit: string;
  /** The item that says whose project it is. */
  customer: ReactNode;
}

export function BasicsItems({ unit, customer }: BasicsItemsProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const form = useRead("opportunityForm", {});
  // Only who serves in the unit may be responsible.
  const among = useMemo(() => ({ units: [unit], here: true }), [unit]);
  const needed = [{ required: true, message: texts.needed }];
  const options = (values: string[] | undefined) => (values ?? []).map((value) => ({ value, label: value }));
  return (
    <>
      <Form.Item
        name="title"
        label={texts.title}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input placeholder={texts.titleHint} maxLength={100} />
      </Form.Item>
      {customer}
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
        <StaffItem
          name="engineer"
          label={texts.engineer}
          except=""
          among={among}
          style={{ flex: 1, minWidth: 180 }}
        />
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
