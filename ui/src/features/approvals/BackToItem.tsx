// To whom a document is sent back: its writer, or a stage that is behind it.
import { Form, Select } from "antd";
import type { DocumentApprovalView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

export function BackToItem({ approval }: { approval: DocumentApprovalView }) {
  const texts = usePick(TEXTS);
  const behind = approval.stages.filter(({ number }) => number < approval.stage);
  return (
    <Form.Item name="to" label={texts.backTo}>
      <Select
        options={[
          { value: 0, label: texts.writer },
          ...behind.map(({ number, name }) => ({ value: number, label: name })),
        ]}
      />
    </Form.Item>
  );
}
