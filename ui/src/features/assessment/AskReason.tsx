// An act that asks for its reason: what will happen, the reason, and the refusal where there is one. What was typed stays
// until the act is done.
import { Form, Input, Modal, Typography } from "antd";
import { Failure } from "../../shared/Failure";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

interface AskReasonProps {
  /** Whose form it is; see `useKeptForm`. */
  name: string;
  title: string;
  /** What will happen. */
  says: string;
  label: string;
  pending: boolean;
  error: Error | null;
  onReason: (reason: string, forget: () => void) => void;
  onClose: () => void;
}

export function AskReason(props: AskReasonProps) {
  const { name, title, says, label, pending, error, onReason, onClose } = props;
  const words = usePick(TEXTS);
  const kept = useKeptForm<{ reason: string }>(name);
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={words.cancel}
      confirmLoading={pending}
      onOk={() => kept.form.submit()}
      onCancel={onClose}
    >
      <Typography.Paragraph>{says}</Typography.Paragraph>
      <Form
        {...kept.props}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => onReason(reason.trim(), kept.forget)}
      >
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
      {error === null ? null : <Failure error={error} />}
    </Modal>
  );
}
