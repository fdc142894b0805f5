// No ledger yet: open one, or make the demo year and look around.
import { Alert, Button, Card, Col, Form, Row, Typography } from "antd";
import type { DemoView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { FolderField } from "../../shared/files/FolderField";

interface ChooseLedgerProps {
  /** Where the program would look for a ledger. */
  dir: string;
  opened: () => void;
  made: (demo: DemoView) => void;
}

interface Fields {
  dir: string;
}

export function ChooseLedger({ dir, opened, made }: ChooseLedgerProps) {
  return (
    <Row gutter={[16, 16]} style={{ paddingBlockStart: 32 }}>
      <Col xs={24} md={12}>
        <OpenCard dir={dir} opened={opened} />
      </Col>
      <Col xs={24} md={12}>
        <DemoCard dir={dir} made={made} />
      </Col>
    </Row>
  );
}

function OpenCard({ dir, opened }: { dir: string; opened: () => void }) {
  const texts = useTexts();
  const open = useAct("openLedger");
  return (
    <Card title={texts.ledger.open.title} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">{texts.ledger.open.help}</Typography.Paragraph>
      <Form<Fields>
        name="open"
        layout="vertical"
        requiredMark={false}
        initialValues={{ dir }}
        onFinish={({ dir }) => open.mutate({ dir }, { onSuccess: opened })}
      >
        <FolderItem label={texts.ledger.folder} />
        {open.isError ? <FormFailure error={open.error} /> : null}
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {texts.ledger.open.act}
        </Button>
      </Form>
    </Card>
  );
}

function DemoCard({ dir, made }: { dir: string; made: (demo: DemoView) => void }) {
  const texts = useTexts();
  const make = useAct("makeDemo");
  return (
    <Card title={texts.ledger.demo.title} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">{texts.ledger.demo.help}</Typography.Paragraph>
      <Form<Fields>
        name="demo"
        layout="vertical"
        requiredMark={false}
        initialValues={{ dir: `${dir}-demo` }}
        onFinish={({ dir }) => make.mutate({ dir }, { onSuccess: made })}
      >
        <FolderItem label={texts.ledger.demo.folder} />
        {make.isError ? <FormFailure error={make.error} /> : null}
        {make.isPending ? (
          <Alert type="info" showIcon title={texts.ledger.demo.busy} style={{ marginBlockEnd: 16 }} />
        ) : null}
        <Button htmlType="submit" loading={make.isPending}>
          {texts.ledger.demo.act}
        </Button>
      </Form>
    </Card>
  );
}

function FolderItem({ label }: { label: string }) {
  const texts = useTexts();
  return (
    <Form.Item
      name="dir"
      label={label}
      rules={[{ required: true, whitespace: true, message: texts.ledger.folderNeeded }]}
    >
      <FolderField />
    </Form.Item>
  );
}

function FormFailure({ error }: { error: Error }) {
  return (
    <div style={{ marginBlockEnd: 16 }}>
      <Failure error={error} />
    </div>
  );
}
