// A ledger that exists: its folder, or a backup of it that is restored into a new one.
import { App, Button, Card, Col, Form, Row, Typography } from "antd";
import { Failure } from "../../shared/Failure";
import { FolderField } from "../../shared/files/FolderField";
import { PathField } from "../../shared/files/PathField";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { useBackupPreview } from "../keeping/BackupPreview";
import { BACKUP_ENDINGS } from "../keeping/endings";
import { FormFailure } from "./FormFailure";
import { TEXTS } from "./texts";

interface Place {
  /** Where the program would look for a ledger. */
  dir: string;
  exists: boolean;
  opened: () => void;
}

export default function OpenOrRestore(place: Place) {
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} md={12}>
        <OpenCard {...place} />
      </Col>
      <Col xs={24} md={12}>
        <RestoreCard {...place} />
      </Col>
    </Row>
  );
}

function OpenCard({ dir, opened }: Place) {
  const texts = useTexts();
  const words = usePick(TEXTS).open;
  const open = useAct("openLedger");
  return (
    <Card title={words.title} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
      <Form<{ dir: string }>
        name="open"
        layout="vertical"
        requiredMark={false}
        initialValues={{ dir }}
        onFinish={(fields) => open.mutate(fields, { onSuccess: opened })}
      >
        <Form.Item
          name="dir"
          label={texts.ledger.folder}
          rules={[{ required: true, whitespace: true, message: texts.ledger.folderNeeded }]}
        >
          <FolderField />
        </Form.Item>
        {open.isError ? <FormFailure error={open.error} /> : null}
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {texts.ledger.open.act}
        </Button>
      </Form>
    </Card>
  );
}

function RestoreCard({ dir, exists, opened }: Place) {
  const texts = useTexts();
  const words = usePick(TEXTS).open;
  const { message } = App.useApp();
  const restore = useAct("restoreLedger");
  const [form] = Form.useForm<{ path: string; to: string }>();
  const preview = useBackupPreview(Form.useWatch("path", form));
  const open = useAct("openLedger");
  const run = (fields: { path: string; to: string }) =>
    restore.mutate(fields, {
      onSuccess: (view) =>
        open.mutate(
          { dir: view.dir },
          {
            onSuccess: () => {
              void message.success(words.restored(view.madeAt));
              if (view.lacking.length > 0) void message.warning(words.lacking(view.lacking.length), 10);
              opened();
            },
          },
        ),
    });
  return (
    <Card title={words.restoreTitle} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">{words.restoreHelp}</Typography.Paragraph>
      <Form<{ path: string; to: string }>
        form={form}
        name="restore"
        layout="vertical"
        requiredMark={false}
        initialValues={{ to: exists ? `${dir}-restored` : dir }}
        onFinish={run}
      >
        <Form.Item
          name="path"
          label={words.backup}
          rules={[{ required: true, whitespace: true, message: words.backupNeeded }]}
        >
          <PathField
            title={words.backup}
            kind={{ name: words.backupKind, extensions: BACKUP_ENDINGS }}
            takesDrops
          />
        </Form.Item>
        <Form.Item
          name="to"
          label={words.to}
          rules={[{ required: true, whitespace: true, message: texts.ledger.folderNeeded }]}
        >
          <FolderField />
        </Form.Item>
        {preview.shown}
        {restore.isError ? <FormFailure error={restore.error} /> : null}
        {open.isError ? <Failure error={open.error} /> : null}
        <JobProgress running={restore.isPending} />
        <Button disabled={preview.refused} htmlType="submit" loading={restore.isPending || open.isPending}>
          {words.restore}
        </Button>
      </Form>
    </Card>
  );
}
