// 代录: whose step it was, and what shows it.
import { Checkbox, Flex, Form, Input } from "antd";
import type { StepOfAnother } from "../../bindings/bindings";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { SCANS } from "../../shared/files/SaveAttached";
import { TEXTS } from "./texts";

export interface BehalfFields {
  behalf?: boolean;
  person?: string;
  basis?: string;
  evidence?: string;
}

const stepOf = ({ person, basis, evidence }: BehalfFields): StepOfAnother => ({
  person: person?.trim() ?? "",
  basis: basis?.trim() ?? "",
  evidence: evidence?.trim() || null,
});

/** A step that is always another's. */
export function anothers(fields: BehalfFields): StepOfAnother {
  return stepOf(fields);
}

/** A step that may be one's own: null where it is. */
export function behalfOf(fields: BehalfFields): StepOfAnother | null {
  return fields.behalf === true ? stepOf(fields) : null;
}

interface BehalfItemsProps {
  /** Whether it is always another's step. */
  always?: boolean;
  /** What the person is called. */
  who?: string;
}

export function BehalfItems({ always = false, who }: BehalfItemsProps) {
  const texts = usePick(TEXTS);
  const ticked = Form.useWatch<boolean | undefined>("behalf") === true;
  return (
    <>
      {always ? null : (
        <Form.Item name="behalf" valuePropName="checked" style={{ marginBlockEnd: ticked ? 4 : 16 }}>
          <Checkbox>{texts.behalf}</Checkbox>
        </Form.Item>
      )}
      {always || ticked ? (
        <>
          <Flex gap="middle">
            <Form.Item
              name="person"
              label={who ?? texts.behalfPerson}
              style={{ flex: 1 }}
              rules={[{ required: true, whitespace: true, message: texts.needed }]}
            >
              <Input />
            </Form.Item>
            <Form.Item name="basis" label={texts.behalfBasis} style={{ flex: 1 }}>
              <Input maxLength={60} />
            </Form.Item>
          </Flex>
          <Form.Item name="evidence" label={texts.behalfEvidence}>
            <PathField kind={{ name: texts.behalfEvidence, extensions: SCANS }} title={texts.chooseFile} />
          </Form.Item>
        </>
      ) : null}
    </>
  );
}
