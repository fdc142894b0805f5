// A dialog around one act's form: what will happen, the fields, and the refusal where there is one. What was typed stays
// until the act is done; then the dialog closes and says so.
import { App, Form, Modal, Typography } from "antd";
import { type ReactNode, useEffect } from "react";
import { Failure } from "../Failure";
import { useKeptForm } from "../keptForm";
import { usePreference } from "../preference";
import { Refused } from "../transport";
import type { Act } from "../useCase";
import { message as wording } from "../words";

export interface ActDialogProps<Fields extends object, Request, Answer> {
  /** Whose form it is; see `useKeptForm`. */
  name: string;
  title: string;
  /** What will happen. */
  says?: ReactNode;
  /** The button's word; the title where absent. */
  okText?: string;
  danger?: boolean;
  initial?: Partial<Fields>;
  /** The field in which one begins to type. The dialog takes the keys for itself when it opens: a field that takes them by itself loses them. */
  first?: keyof Fields & string;
  /** Which field a refusal is about, by its code; others are shown under the form. */
  beside?: Partial<Record<string, keyof Fields & string>>;
  width?: number;
  /** Fields that are never kept. */
  secret?: (keyof Fields)[];
  act: Pick<Act<Request, Answer>, "mutate" | "isPending" | "error">;
  request: (fields: Fields) => Request;
  /** What is said when it is done. */
  done: string | ((answer: Answer, fields: Fields) => string);
  onClose: () => void;
  /** The form's items. */
  children: ReactNode;
}

export function ActDialog<Fields extends object, Request, Answer>(
  props: ActDialogProps<Fields, Request, Answer>,
) {
  const { name, title, says, okText = title, danger = false, initial, secret = [], act, onClose } = props;
  const { beside = {}, width = 520, first } = props;
  const { language, texts } = usePreference();
  const { message } = App.useApp();
  const kept = useKeptForm<Fields>(name, secret);
  const { error } = act;
  const field = error instanceof Refused ? beside[error.error.code] : undefined;
  const { form } = kept;
  useEffect(() => {
    if (field === undefined || !(error instanceof Refused)) return;
    const { code, params } = error.error;
    form.setFields([{ name: field, errors: [wording(language, code, params)] } as never]);
    form.scrollToField(field as never, { focus: true });
  }, [form, field, error, language]);
  const send = (fields: Fields) => {
    act.mutate(props.request(fields), {
      onSuccess: (answer) => {
        kept.forget();
        onClose();
        void message.success(typeof props.done === "string" ? props.done : props.done(answer, fields));
      },
    });
  };
  return (
    <Modal
      open
      title={title}
      width={width}
      okText={okText}
      okButtonProps={{ danger, htmlType: "submit", form: kept.props.name }}
      cancelText={texts.cancel}
      confirmLoading={act.isPending}
      onCancel={onClose}
      afterOpenChange={(open) => {
        if (open && first !== undefined) form.focusField(first as never);
      }}
    >
      {says === undefined ? null : <Typography.Paragraph>{says}</Typography.Paragraph>}
      <Form<Fields>
        {...kept.props}
        {...(initial === undefined ? {} : { initialValues: initial })}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
      >
        {props.children}
      </Form>
      {error === null || field !== undefined ? null : <Failure error={error} />}
    </Modal>
  );
}
