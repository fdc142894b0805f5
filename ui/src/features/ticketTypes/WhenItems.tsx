// Whether something is always asked for, or only where a field before it was answered so.
import { Flex, Form, Select } from "antd";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";
import { answersOf, type FieldRow } from "./typeForm";

interface WhenItemsProps {
  /** Where the row stands within its list. */
  row: number;
  /** Where it stands in the form. */
  at: (string | number)[];
  /** What it can depend on: fields with a code, given answers. */
  fields: FieldRow[];
}

export function WhenItems({ row, at, fields }: WhenItemsProps) {
  const texts = usePick(TEXTS);
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | null | undefined>([...at, "whenField"], { form, preserve: true });
  const askable = fields.filter((field) => field?.code && field.label && answersOf(field).length > 0);
  const field = askable.find(({ code }) => code === chosen);
  if (askable.length === 0 && !chosen) return null;
  return (
    <Flex gap="small" wrap align="center">
      <span>{texts.when}</span>
      <Form.Item name={[row, "whenField"]} noStyle>
        <Select
          aria-label={texts.when}
          allowClear
          placeholder={texts.always}
          style={{ width: 190 }}
          popupMatchSelectWidth={false}
          options={askable.map(({ code, label }) => ({ value: code, label }))}
          onChange={() => form.setFieldValue([...at, "whenIs"], [])}
        />
      </Form.Item>
      {chosen ? (
        <>
          <span>{texts.whenIs}</span>
          <Form.Item
            name={[row, "whenIs"]}
            noStyle
            rules={[{ required: true, type: "array", min: 1, message: texts.needed }]}
          >
            <Select
              aria-label={texts.whenIs}
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
