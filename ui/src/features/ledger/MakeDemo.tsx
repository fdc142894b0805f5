// 演示年度: an invented year to look around in.
import { Alert, Button, Card, Form, Typography } from "antd";
import type { DemoView } from "../../bindings/bindings";
import { FolderField } from "../../shared/files/FolderField";
import { useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { FormFailure } from "./FormFailure";

export default function MakeDemo({ dir, made }: { dir: string; made: (demo: DemoView) => void }) {
  const texts = useTexts();
  const make = useAct("makeDemo");
  return (
    <Card title={texts.ledger.demo.title} style={{ maxWidth: 640 }}>
      <Typography.Paragraph type="secondary">{texts.ledger.demo.help}</Typography.Paragraph>
      <Form<{ dir: string }>
        name="demo"
        layout="vertical"
        requiredMark={false}
        initialValues={{ dir: `${dir}-demo` }}
        onFinish={(fields) => make.mutate(fields, { onSuccess: made })}
      >
        <Form.Item
          name="dir"
          label={texts.ledger.demo.folder}
          rules={[{ required: true, whitespace: true, message: texts.ledger.folderNeeded }]}
        >
          <FolderField />
        </Form.Item>
        {make.isError ? <FormFailure error={make.error} /> : null}
        {make.isPending ? (
          <Alert type="info" showIcon title={texts.ledger.demo.busy} style={{ marginBlockEnd: 16 }} />
        ) : null}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {texts.ledger.demo.act}
        </Button>
      </Form>
    </Card>
  );
}
