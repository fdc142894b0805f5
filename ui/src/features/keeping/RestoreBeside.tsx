// A backup restored into a folder of its own, beside the ledger that is open.
import { Alert, Button, Card, Form, Typography } from "antd";
import { Failure } from "../../shared/Failure";
import { FolderField } from "../../shared/files/FolderField";
import { PathField } from "../../shared/files/PathField";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { useBackupPreview } from "./BackupPreview";
import { BACKUP_ENDINGS } from "./endings";
import { TEXTS } from "./texts";

export function RestoreBeside() {
  const texts = usePick(TEXTS).restore;
  const restore = useAct("restoreLedger");
  const [form] = Form.useForm<{ path: string; to: string }>();
  const preview = useBackupPreview(Form.useWatch("path", form));
  return (
    <Card size="small" title={texts.title}>
      <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
      <Form<{ path: string; to: string }>
        form={form}
        name="restore"
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => restore.mutate(fields)}
        style={{ maxWidth: 560 }}
      >
        <Form.Item
          name="path"
          label={texts.path}
          rules={[{ required: true, whitespace: true, message: texts.pathNeeded }]}
        >
          <PathField title={texts.path} kind={{ name: texts.kind, extensions: BACKUP_ENDINGS }} takesDrops />
        </Form.Item>
        <Form.Item
          name="to"
          label={texts.to}
          rules={[{ required: true, whitespace: true, message: texts.toNeeded }]}
        >
          <FolderField title={texts.to} />
        </Form.Item>
        {preview.shown}
        <Button disabled={preview.refused} htmlType="submit" loading={restore.isPending}>
          {texts.act}
        </Button>
      </Form>
      <JobProgress running={restore.isPending} />
      {restore.isError ? <Failure error={restore.error} /> : null}
      {restore.isSuccess ? (
        <Alert
          style={{ marginBlockStart: 12 }}
          type="success"
          showIcon
          title={texts.done(restore.data.madeAt)}
          description={texts.doneHelp(restore.data.dir)}
        />
      ) : null}
    </Card>
  );
}
