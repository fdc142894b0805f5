// A dialog around one act's form: what will happen, the fields, and the refusal where there is one. What was typed stays
// until the act is done.
import { Form, Modal, Typography } from "antd";
import type { ReactNode } from "react";
import { Failure } from "../../shared/Failure";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { OBJECTION_TEXTS } from "./texts";

interface ActFormProps<T extends object> {
  /** Whose form it is; see `useKeptForm`. */
  name: string;
  title: string;
  says: string;
  initial?: Partial<T>;
  pending: boolean;
  error: Error | null;
  onAct: (values: T, forget: () => void) => void;
  onClose: () => void;
  children: ReactNode;
}

export function ActForm<T extends object>(props: ActFormProps<T>) {
  const { name, title, says, initial, pending, error, onAct, onClose, children } = props;
  const words = usePick(OBJECTION_TEXTS);
  const kept = useKeptForm<T>(name);
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
      <Form<T>
        {...kept.props}
        {...(initial === undefined ? {} : { initialValues: initial })}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => onAct(values, kept.forget)}
      >
        {children}
      </Form>
      {error === null ? null : <Failure error={error} />}
    </Modal>
  );
}
