// 代录: for whom a step is recorded, and what shows that they took it.
import { Checkbox, Flex, Form, Input, Select, Typography } from "antd";
import type { OnBehalfOf } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { TEXTS } from "./texts";

export interface BehalfFields {
  behalf?: boolean;
  behalfParty?: string | null;
  behalfPerson?: string | null;
  behalfBasis?: string | null;
}

/** What stands in the fields; null where nobody else is meant. */
export function behalfOf(fields: BehalfFields): OnBehalfOf | null {
  if (fields.behalf !== true) return null;
  const person = (fields.behalfPerson ?? "").trim();
  return {
    party: fields.behalfParty ?? null,
    person: person === "" ? null : person,
    basis: (fields.behalfBasis ?? "").trim(),
  };
}

export function OnBehalfItems() {
  const words = usePick(TEXTS).behalf;
  const texts = useTexts();
  const behalf = Form.useWatch<boolean | undefined>("behalf") === true;
  return (
    <>
      <Form.Item name="behalf" valuePropName="checked" style={{ marginBlockEnd: behalf ? 4 : 16 }}>
        <Checkbox>{words.label}</Checkbox>
      </Form.Item>
      {behalf ? (
        <>
          <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
          <Flex gap="middle">
            <Form.Item name="behalfParty" label={words.party} style={{ flex: 1 }}>
              <Select
                allowClear
                options={[
                  { value: "client", label: words.client },
                  { value: "provider", label: words.provider },
                ]}
              />
            </Form.Item>
            <Form.Item
              name="behalfPerson"
              label={words.person}
              style={{ flex: 1 }}
              dependencies={["behalfParty"]}
              rules={[
                ({ getFieldValue }) => ({
                  validator: (_, typed: string | undefined) =>
                    (typed ?? "").trim() !== "" || getFieldValue("behalfParty")
                      ? Promise.resolve()
                      : Promise.reject(new Error(words.neither)),
                }),
              ]}
            >
              <Input maxLength={60} />
            </Form.Item>
          </Flex>
          <Form.Item
            name="behalfBasis"
            label={words.basis}
            rules={[{ required: true, whitespace: true, message: texts.needed }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        </>
      ) : null}
    </>
  );
}
