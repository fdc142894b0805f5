// Signing in to the open ledger; for a demo just made, with its accounts to choose from.
import { AutoComplete, Button, Card, Flex, Form, Input, Typography } from "antd";
import { lazy, Suspense } from "react";
import type { DemoView, StatusView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { ForgotPassword } from "./ForgotPassword";

const DemoAccounts = lazy(() => import("./DemoAccounts"));

interface SignInProps {
  status: StatusView;
  /** The demo year just made, with its accounts and passwords. */
  demo: DemoView | null;
  change: () => void;
}

interface Fields {
  account: string;
  password: string;
}

export function SignIn({ status, demo, change }: SignInProps) {
  const texts = useTexts();
  const [form] = Form.useForm<Fields>();
  const signIn = useAct("signIn");
  return (
    <Flex wrap justify="center" align="start" gap="middle" style={{ paddingBlockStart: 32 }}>
      <Card title={texts.signIn.title} style={{ width: 380 }}>
        <Form
          form={form}
          name="signIn"
          layout="vertical"
          requiredMark={false}
          initialValues={{ account: status.accounts.length === 1 ? status.accounts[0] : "" }}
          onFinish={(fields) => signIn.mutate(fields)}
        >
          <Form.Item
            name="account"
            label={texts.signIn.account}
            rules={[{ required: true, whitespace: true, message: texts.signIn.accountNeeded }]}
          >
            <AutoComplete
              options={status.accounts.map((value) => ({ value }))}
              showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
              autoFocus
            />
          </Form.Item>
          <Form.Item
            name="password"
            label={texts.signIn.password}
            rules={[{ required: true, message: texts.signIn.passwordNeeded }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {signIn.isError ? (
            <div style={{ marginBlockEnd: 16 }}>
              <Failure error={signIn.error} />
            </div>
          ) : null}
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {texts.signIn.act}
          </Button>
        </Form>
        <Typography.Paragraph type="secondary" style={{ marginBlock: "16px 0", overflowWrap: "anywhere" }}>
          {texts.ledger.current}: {status.dir}
        </Typography.Paragraph>
        <Flex justify="space-between">
          <Button type="link" style={{ paddingInline: 0 }} onClick={change}>
            {texts.ledger.change}
          </Button>
          <ForgotPassword account={() => form.getFieldValue("account") ?? ""} />
        </Flex>
      </Card>
      {demo === null ? null : (
        <Suspense fallback={null}>
          <DemoAccounts demo={demo} use={(fields) => form.setFieldsValue(fields)} />
        </Suspense>
      )}
    </Flex>
  );
}
