// An act that asks for nothing but its reason.
import { Form, Input } from "antd";
import { useTexts } from "../preference";
import { ActDialog, type ActDialogProps } from "./ActDialog";

interface Reason {
  reason: string;
}

interface ReasonDialogProps<Request, Answer>
  extends Omit<ActDialogProps<Reason, Request, Answer>, "request" | "children" | "initial" | "secret"> {
  label: string;
  request: (reason: string) => Request;
}

export function ReasonDialog<Request, Answer>({
  label,
  request,
  ...rest
}: ReasonDialogProps<Request, Answer>) {
  return (
    <ActDialog<Reason, Request, Answer> {...rest} request={({ reason }) => request(reason.trim())}>
      <ReasonItem name="reason" label={label} />
    </ActDialog>
  );
}

/** A text that must be given: why something is done. */
export function ReasonItem({ name, label, needed }: { name: string; label: string; needed?: string }) {
  const texts = useTexts();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, message: needed ?? texts.reasonNeeded }]}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
    </Form.Item>
  );
}
