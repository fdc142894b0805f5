// A new password by the recovery code that was printed when the ledger was made.
import { App, Form, Input, Modal, Typography } from "antd";
import { PasswordItems } from "../../shared/password/PasswordItems";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { FormFailure } from "./FormFailure";
import { TEXTS } from "./texts";

interface Fields {
  account: string;
  code: string;
  password: string;
  again: string;
}

interface Props {
  /** What stands in the way in already. */
  account: string;
  close: () => void;
}

export default function RecoverDialog({ account, close }: Props) {
  const texts = useTexts();
  const words = usePick(TEXTS).forgot;
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const recover = useAct("recoverAccount");
  return (
    <Modal
      open
      title={words.title}
      okText={words.act}
      confirmLoading={recover.isPending}
      okButtonProps={{ htmlType: "submit", form: "forgot" }}
      onCancel={close}
      // The dialog takes the keys for itself; what is to be typed first comes first.
      afterOpenChange={(open) => {
        if (open) form.focusField(account.trim() === "" ? "account" : "code");
      }}
      width={460}
    >
      <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
      <Form<Fields>
        form={form}
        name="forgot"
        layout="vertical"
        requiredMark={false}
        initialValues={{ account }}
        onFinish={({ account: name, code, password }) =>
          recover.mutate(
            { account: name.trim(), code: code.trim(), newPassword: password },
            { onSuccess: () => void message.success(words.done) },
          )
        }
      >
        <Form.Item
          name="account"
          label={words.account}
          rules={[{ required: true, whitespace: true, message: texts.signIn.accountNeeded }]}
        >
          <Input spellCheck={false} autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="code"
          label={words.code}
          rules={[{ required: true, whitespace: true, message: words.codeNeeded }]}
        >
          <Input spellCheck={false} autoComplete="off" style={{ fontFamily: "monospace" }} />
        </Form.Item>
        <PasswordItems label={words.newPassword} />
        {recover.isError ? <FormFailure error={recover.error} /> : null}
      </Form>
    </Modal>
  );
}
