// Whether something is always asked for, or only where a field before it was answered so.
import { Flex, Form, Select } from "antd";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";
import { type AskableField, answersOf } from "./when";

interface WhenItemsProps {
  /** Where the row stands within its list. */
  row: number;
  /** Where it stands in the form. */
  at: (string | number)[];
  /** What it can depend on: fields with a code, given answers. */
  fields: AskableField[];
  /** What depends on it: whether it is asked for, or whether a record is an opinion that has to be settled. */
  says?: "when" | "settled";
}

export function WhenItems({ row, at, fields, says = "when" }: WhenItemsProps) {
  const texts = usePick(TEXTS);
  const form = Form.useFormInstance();
  const [name, is] = [`${says}Field`, `${says}Is`];
  const chosen = Form.useWatch<string | null | undefined>([...at, name], { form, preserve: true });
  const askable = fields.filter((field) => field?.code && field.label && answersOf(field).length > 0);
  const field = askable.find(({ code }) => code === chosen);
  const label = says === "when" ? texts.when : texts.settled;
  if (askable.length === 0 && !chosen) return null;
  return (
    <Flex gap="small" wrap align="center">
      <span>{label}</span>
      <Form.Item name={[row, name]} noStyle>
        <Select
          aria-label={label}
          allowClear
          placeholder={says === "when" ? texts.always : texts.never}
          style={{ width: 190 }}
          popupMatchSelectWidth={false}
          options={askable.map(({ code, label }) => ({ value: code, label }))}
          onChange={() => form.setFieldValue([...at, is], [])}
        />
      </Form.Item>
      {chosen ? (
        <>
          <span>{texts.whenIs}</span>
          <Form.Item
            name={[row, is]}
            noStyle
            rules={[{ required: true, type: "array", min: 1, message: texts.needed }]}
          >
            <Select
              aria-label={says === "when" ? texts.whenIs : texts.settledIs}
              mode="multiple"
              style={{ minWidth: 140 }}
              popupMatchSelectWidth={false}
              options={(field ? answersOf(field) : []).map((value) => ({
                value,
                label: texts.answers[value] ?? value,
              }))}
            />
          </Form.Item>
        </>
      ) : null}
    </Flex>
  );
}
