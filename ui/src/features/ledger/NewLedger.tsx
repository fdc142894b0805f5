// 新建账本: what this computer is for, its unit, the first administrator.
import { Alert, Button, Card, Col, Flex, Form, Input, Radio, Row, Switch, Typography } from "antd";
import type { StatusView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { FolderField } from "../../shared/files/FolderField";
import { PathField } from "../../shared/files/PathField";
import { useKeptForm } from "../../shared/keptForm";
import { PasswordItems } from "../../shared/password/PasswordItems";
import { usePick } from "../../shared/pick";
import { IDENTIFIER, initRequest, type NewLedgerFields, onSystemDisk, USUAL_UNIT } from "./initRequest";
import { type Role, TEXTS } from "./texts";
import { type Made, useFound } from "./useFound";

const ROLES: Role[] = ["province", "branch", "provider"];

export default function NewLedger({ status, made }: { status: StatusView; made: (made: Made) => void }) {
  const texts = usePick(TEXTS);
  const words = texts.create;
  const found = useFound();
  const { props, form, forget } = useKeptForm<NewLedgerFields>("newLedger", ["password", "again"]);
  const role = Form.useWatch("role", form) ?? "province";
  const dir = Form.useWatch("dir", form) ?? status.dir;
  const taken = status.exists && dir.trim() === status.dir;
  const identifier = { pattern: IDENTIFIER, message: words.noBlanks };
  return (
    <Card title={texts.choices.new.title}>
      <Form<NewLedgerFields>
        {...props}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={{ role: "province", unit: USUAL_UNIT.province, twoPerson: true, dir: status.dir }}
        onFinish={(fields) =>
          found.mutate(initRequest(fields), {
            onSuccess: (answer) => {
              forget();
              made(answer);
            },
          })
        }
      >
        <Form.Item name="role" label={words.role}>
          <Radio.Group
            onChange={(event) => {
              form.setFieldValue("unit", USUAL_UNIT[event.target.value as Role]);
              form.setFields([{ name: "unit", errors: [] }]);
            }}
          >
            <Flex vertical gap={4}>
              {ROLES.map((value) => (
                <Radio key={value} value={value}>
                  <strong>{words.roles[value]}</strong>
                  <Typography.Text type="secondary"> {words.roleHelp[value]}</Typography.Text>
                </Radio>
              ))}
            </Flex>
          </Radio.Group>
        </Form.Item>
        <Row gutter={24}>
          <Col xs={24} md={12}>
            <Form.Item
              name="unit"
              label={words.unit}
              extra={words.unitHelp[role]}
              rules={[{ required: true, whitespace: true, message: words.unitNeeded }, identifier]}
            >
              <Input spellCheck={false} autoComplete="off" />
            </Form.Item>
          </Col>
          {role === "provider" ? null : (
            <Col xs={24} md={12}>
              <Form.Item name="org" label={words.org} extra={words.orgHelp}>
                <PathField
                  title={words.org}
                  kind={{ name: words.orgKind, extensions: ["xlsx", "csv"] }}
                  takesDrops
                />
              </Form.Item>
            </Col>
          )}
        </Row>
        <Row gutter={24}>
          <Col xs={24} md={12}>
            <Form.Item
              name="admin"
              label={words.admin}
              extra={words.adminHelp}
              rules={[{ required: true, whitespace: true, message: words.adminNeeded }, identifier]}
            >
              <Input spellCheck={false} autoComplete="username" />
            </Form.Item>
          </Col>
          <Col xs={24} md={12}>
            <Form.Item
              name="name"
              label={words.name}
              extra={words.nameHelp}
              rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}
            >
              <Input autoComplete="name" maxLength={40} />
            </Form.Item>
          </Col>
          <Col xs={24} md={12}>
            <Form.Item name="post" label={words.post} extra={words.postHelp}>
              <Input autoComplete="organization-title" maxLength={40} />
            </Form.Item>
          </Col>
        </Row>
        <Row gutter={24}>
          <Col xs={24} md={12}>
            <PasswordItems label={words.password} />
          </Col>
        </Row>
        <Form.Item extra={words.twoPersonHelp}>
          <Flex align="center" gap="small">
            <Form.Item name="twoPerson" valuePropName="checked" noStyle>
              <Switch aria-label={words.twoPerson} />
            </Form.Item>
            {words.twoPerson}
          </Flex>
        </Form.Item>
        <Form.Item
          name="dir"
          label={words.folder}
          extra={words.folderHelp}
          rules={[{ required: true, whitespace: true, message: words.folderNeeded }]}
        >
          <FolderField />
        </Form.Item>
        {onSystemDisk(dir) ? <Note type="warning" text={words.folderDisk} /> : null}
        {taken ? <Note type="error" text={words.folderTaken} /> : null}
        {found.isError ? (
          <div style={{ marginBlockEnd: 16 }}>
            <Failure error={found.error} />
          </div>
        ) : null}
        <Button type="primary" htmlType="submit" loading={found.isPending} disabled={taken}>
          {words.act}
        </Button>
      </Form>
    </Card>
  );
}

function Note({ type, text }: { type: "warning" | "error"; text: string }) {
  return <Alert type={type} showIcon title={text} style={{ marginBlockEnd: 16 }} />;
}
