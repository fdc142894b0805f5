// Parts, records and steps of a type.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Flex, Form, Input, InputNumber, Select, Typography } from "antd";
import type { ReactNode } from "react";
import { usePick } from "../../shared/pick";
import { FieldRows } from "./FieldRows";
import { PartRow } from "./PartRow";
import { TEXTS } from "./texts";
import { coverable, type FieldRow, newCode } from "./typeForm";
import { WhenItems } from "./WhenItems";

interface RowsProps {
  list: "items" | "records" | "steps";
  /** What a new row begins with. */
  fresh: object;
  /** The rest of a row, beside its name. */
  rest?: (row: number) => ReactNode;
  /** What stands under it. */
  under?: (row: number) => ReactNode;
}

function Rows({ list, fresh, rest, under }: RowsProps) {
  const texts = usePick(TEXTS);
  const needed = [{ required: true, whitespace: true, message: texts.needed }];
  return (
    <Form.List name={list}>
      {(rows, { add, remove, move }) => (
        <Flex vertical gap="small">
          {rows.length === 0 ? <Typography.Text type="secondary">{texts.none[list]}</Typography.Text> : null}
          {rows.map(({ key, name: row }) => (
            <PartRow
              key={key}
              part={texts.parts[list]}
              place={row}
              count={rows.length}
              move={move}
              remove={remove}
            >
              <Flex gap="small" wrap align="center">
                <Form.Item name={[row, "label"]} rules={needed} style={{ flex: "1 1 160px", margin: 0 }}>
                  <Input aria-label={texts.name} placeholder={texts.name} maxLength={40} />
                </Form.Item>
                {rest?.(row)}
              </Flex>
              {under?.(row)}
            </PartRow>
          ))}
          <Button
            type="dashed"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            style={{ alignSelf: "flex-start" }}
            onClick={() => add({ code: newCode(), label: "", ...fresh })}
          >
            {texts.addPart[list]}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}

function useFields(): FieldRow[] {
  return (
    Form.useWatch<FieldRow[] | undefined>("fields", { form: Form.useFormInstance(), preserve: true }) ?? []
  );
}

export function ItemRows() {
  const texts = usePick(TEXTS);
  const fields = useFields();
  return (
    <Rows
      list="items"
      fresh={{ shownBy: "file" }}
      rest={(row) => (
        <>
          <Form.Item name={[row, "shownBy"]} style={{ margin: 0 }}>
            <Select
              aria-label={texts.shownBy}
              style={{ width: 120 }}
              options={(["file", "tick"] as const).map((value) => ({ value, label: texts.shownBys[value] }))}
            />
          </Form.Item>
          <Form.Item name={[row, "mayNotApply"]} valuePropName="checked" style={{ margin: 0 }}>
            <Checkbox>{texts.mayNotApply}</Checkbox>
          </Form.Item>
          <Form.Item name={[row, "restricted"]} valuePropName="checked" style={{ margin: 0 }}>
            <Checkbox>{texts.restricted}</Checkbox>
          </Form.Item>
        </>
      )}
      under={(row) => <WhenItems row={row} at={["items", row]} fields={fields} />}
    />
  );
}

export function RecordRows() {
  const texts = usePick(TEXTS);
  const fields = useFields();
  return (
    <Rows
      list="records"
      fresh={{ atLeast: 0, fields: [] }}
      rest={(row) => (
        <Flex gap={6} align="center">
          <span>{texts.atLeast}</span>
          <Form.Item name={[row, "atLeast"]} noStyle rules={[{ required: true, message: texts.needed }]}>
            <InputNumber aria-label={texts.atLeast} min={0} max={99} precision={0} style={{ width: 70 }} />
          </Form.Item>
        </Flex>
      )}
      under={(row) => (
        <>
          <WhenItems row={row} at={["records", row]} fields={fields} />
          <Typography.Text type="secondary">{texts.recordFields}</Typography.Text>
          <FieldRows name={[row, "fields"]} at={["records", row, "fields"]} />
          <LoopItems row={row} />
        </>
      )}
    />
  );
}

/** What records have to cover, and which of them are opinions that have to be settled: choices among their own fields. */
function LoopItems({ row }: { row: number }) {
  const texts = usePick(TEXTS);
  const at = ["records", row];
  const form = Form.useFormInstance();
  const fields = Form.useWatch<FieldRow[] | undefined>([...at, "fields"], { form, preserve: true }) ?? [];
  const settles = Form.useWatch<string | null | undefined>([...at, "settledField"], { form, preserve: true });
  const choices = coverable(fields);
  return (
    <>
      {choices.length === 0 ? null : (
        <Flex gap="small" wrap align="center">
          <span>{texts.covers}</span>
          <Form.Item name={[row, "covers"]} noStyle>
            <Select
              aria-label={texts.covers}
              mode="multiple"
              maxCount={2}
              placeholder={texts.coversNone}
              style={{ minWidth: 190 }}
              popupMatchSelectWidth={false}
              options={choices.map(({ code, label }) => ({ value: code, label }))}
            />
          </Form.Item>
        </Flex>
      )}
      <WhenItems
        row={row}
        at={at}
        fields={fields.filter((field) => !field?.personal && !field?.restricted)}
        says="settled"
      />
      {settles ? (
        <Flex gap="small" wrap align="center">
          <span>{texts.settledWords}</span>
          {(["taken", "refused"] as const).map((name) => (
            <Form.Item key={name} name={[row, name]} noStyle>
              <Input
                aria-label={texts.settledWord[name]}
                placeholder={texts.settledWord[name]}
                maxLength={12}
                style={{ width: 130 }}
              />
            </Form.Item>
          ))}
        </Flex>
      ) : null}
    </>
  );
}

export function StepRows() {
  return <Rows list="steps" fresh={{}} />;
}
