// 修改密码: one's own.
import { App, Button, Card, Form, Input } from "antd";
import { Failure } from "../../shared/Failure";
import { PasswordItems } from "../../shared/password/PasswordItems";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Fields {
  present: string;
  password: string;
  again: string;
}

export default function Password() {
  const texts = usePick(TEXTS).password;
  const { message } = App.useApp();
  const change = useAct("changePassword");
  const [form] = Form.useForm<Fields>();
  return (
    <Card size="small" title={texts.title} style={{ maxWidth: 480 }}>
      <Form<Fields>
        form={form}
        name="password-change"
        layout="vertical"
        requiredMark={false}
        onFinish={({ present, password }) =>
          change.mutate(
            { password: present, newPassword: password },
            {
              onSuccess: () => {
                void message.success(texts.done);
                form.resetFields();
              },
            },
          )
        }
      >
        <Form.Item
          name="present"
          label={texts.present}
          rules={[{ required: true, message: texts.presentNeeded }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <PasswordItems label={texts.next} />
        {change.isError ? (
          <div style={{ marginBlockEnd: 16 }}>
            <Failure error={change.error} />
          </div>
        ) : null}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {texts.act}
        </Button>
      </Form>
    </Card>
  );
}
