// The fields of a type or of a kind of record: what each is called, what it takes, when it is filled in.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Flex, Form, Input, Select, Typography } from "antd";
import { usePick } from "../../shared/pick";
import { PartRow } from "./PartRow";
import { TEXTS } from "./texts";
import { type FieldRow, KINDS, NEEDS, newCode, RESTRICTED_KINDS, TEXT_KINDS } from "./typeForm";
import { hasOptions } from "./when";
import { WhenItems } from "./WhenItems";

interface FieldRowsProps {
  /** Name of the list within the form, or within the row around it. */
  name: string | (string | number)[];
  /** Where the list stands in the form. */
  at: (string | number)[];
}

export function FieldRows({ name, at }: FieldRowsProps) {
  const texts = usePick(TEXTS);
  const form = Form.useFormInstance();
  const rows = Form.useWatch<FieldRow[] | undefined>(at, { form, preserve: true }) ?? [];
  const needed = [{ required: true, whitespace: true, message: texts.needed }];
  return (
    <Form.List name={name}>
      {(fields, { add, remove, move }) => (
        <Flex vertical gap="small">
          {fields.length === 0 ? (
            <Typography.Text type="secondary">{texts.none.fields}</Typography.Text>
          ) : null}
          {fields.map(({ key, name: row }) => {
            const kind = rows[row]?.kind;
            return (
              <PartRow
                key={key}
                part={texts.parts.fields}
                place={row}
                count={fields.length}
                move={move}
                remove={remove}
              >
                <Flex gap="small" wrap align="start">
                  <Form.Item name={[row, "label"]} rules={needed} style={{ flex: "1 1 160px", margin: 0 }}>
                    <Input aria-label={texts.name} placeholder={texts.name} maxLength={40} />
                  </Form.Item>
                  <Form.Item name={[row, "kind"]} style={{ margin: 0 }}>
                    <Select
                      aria-label={texts.kind}
                      style={{ width: 120 }}
                      options={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
                    />
                  </Form.Item>
                  <Form.Item name={[row, "need"]} style={{ margin: 0 }}>
                    <Select
                      aria-label={texts.need}
                      style={{ width: 130 }}
                      options={NEEDS.map((value) => ({ value, label: texts.needs[value] }))}
                    />
                  </Form.Item>
                </Flex>
                {hasOptions(kind) ? (
                  <Form.Item
                    name={[row, "options"]}
                    style={{ margin: 0 }}
                    rules={[{ required: true, type: "array", min: 2, message: texts.optionsHelp }]}
                  >
                    <Select
                      mode="tags"
                      aria-label={texts.options}
                      placeholder={texts.optionsHelp}
                      open={false}
                      suffixIcon={null}
                      tokenSeparators={["、", "；", ";"]}
                    />
                  </Form.Item>
                ) : null}
                <Flex gap="small" wrap align="center">
                  <Form.Item name={[row, "hint"]} style={{ flex: "1 1 200px", margin: 0 }}>
                    <Input aria-label={texts.hint} placeholder={texts.hint} maxLength={60} />
                  </Form.Item>
                  {kind !== undefined && TEXT_KINDS.includes(kind) ? (
                    <Form.Item name={[row, "personal"]} valuePropName="checked" style={{ margin: 0 }}>
                      <Checkbox>{texts.personal}</Checkbox>
                    </Form.Item>
                  ) : null}
                  {kind !== undefined && RESTRICTED_KINDS.includes(kind) ? (
                    <Form.Item name={[row, "restricted"]} valuePropName="checked" style={{ margin: 0 }}>
                      <Checkbox>{texts.restricted}</Checkbox>
                    </Form.Item>
                  ) : null}
                </Flex>
                <WhenItems row={row} at={[...at, row]} fields={rows.slice(0, row)} />
              </PartRow>
            );
          })}
          <Button
            type="dashed"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            style={{ alignSelf: "flex-start" }}
            onClick={() => add({ code: newCode(), label: "", kind: "line", need: "close", personal: true })}
          >
            {texts.addPart.fields}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}
