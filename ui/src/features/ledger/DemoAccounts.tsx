// The accounts of a demo year just made, each with a button that fills it in.
import { Button, Card, Table, Typography } from "antd";
import type { DemoView } from "../../bindings/bindings";
import { useTexts } from "../../shared/preference";

interface Props {
  demo: DemoView;
  use: (fields: { account: string; password: string }) => void;
}

export default function DemoAccounts({ demo, use }: Props) {
  const texts = useTexts();
  return (
    <Card title={texts.ledger.demo.made} style={{ width: 520 }}>
      <Typography.Paragraph>{texts.ledger.demo.accounts}</Typography.Paragraph>
      <Table
        size="small"
        rowKey="account"
        pagination={false}
        dataSource={demo.accounts}
        columns={[
          { title: texts.signIn.account, dataIndex: "account" },
          { title: texts.signIn.holder, dataIndex: "name" },
          {
            title: texts.signIn.role,
            dataIndex: "role",
            render: (role: string) => texts.roles[role] ?? role,
          },
          {
            title: texts.signIn.password,
            dataIndex: "password",
            render: (password: string) => <Typography.Text code>{password}</Typography.Text>,
          },
          {
            key: "use",
            render: (_, { account, password }) => (
              <Button size="small" onClick={() => use({ account, password })}>
                {texts.signIn.use}
              </Button>
            ),
          },
        ]}
      />
    </Card>
  );
}
