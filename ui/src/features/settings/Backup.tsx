// 备份与校验: a copy of everything in one file, the ledger checked from end to end, a backup restored beside it.
import { Alert, App, Button, Card, Descriptions, Flex, Form, Typography } from "antd";
import dayjs from "dayjs";
import { Failure } from "../../shared/Failure";
import { FolderField } from "../../shared/files/FolderField";
import { PathField } from "../../shared/files/PathField";
import { fileName } from "../../shared/files/paths";
import { useAskSave } from "../../shared/files/useAskSave";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { message as sentence } from "../../shared/words";
import { TEXTS } from "./texts";

/** Whoever backed up on this computer last, and when: the ledger does not note it. */
const LAST = "backup.last";
const ENDINGS = ["hqbak", "huiqian", "backup"];

export default function Backup() {
  const may = useMay();
  return (
    <Flex vertical gap="middle">
      <MakeBackup />
      {may("verifyLedger") ? <Verify /> : null}
      {may("restoreLedger") ? <Restore /> : null}
    </Flex>
  );
}

function MakeBackup() {
  const texts = usePick(TEXTS).backup;
  const { status } = useSignedIn();
  const { message } = App.useApp();
  const askSave = useAskSave();
  const backup = useAct("backupLedger");
  const key = `${LAST}.${status.dir}`;
  const last = localStorage.getItem(key);
  const kind = { name: texts.kind, extensions: ["hqbak"] };
  const run = async () => {
    const name = `${texts.fileName}-${status.unit ?? ""}-${dayjs().format("YYYY-MM-DD")}.hqbak`;
    const out = await askSave(texts.make, kind, name);
    if (out === null) return;
    backup.mutate(
      { out },
      {
        onSuccess: ({ path }) => {
          localStorage.setItem(key, dayjs().format("YYYY-MM-DD HH:mm"));
          void message.success(texts.made(fileName(path)));
        },
      },
    );
  };
  return (
    <Card size="small" title={texts.title}>
      <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
      <Typography.Paragraph>{last === null ? texts.never : texts.last(last)}</Typography.Paragraph>
      <Button type="primary" loading={backup.isPending} onClick={() => void run()}>
        {texts.make}
      </Button>
      <JobProgress running={backup.isPending} />
      {backup.isError ? <Failure error={backup.error} /> : null}
      {backup.isSuccess ? (
        <Alert
          style={{ marginBlockStart: 12 }}
          type={backup.data.lacking.length > 0 ? "warning" : "success"}
          showIcon
          title={backup.data.lacking.length > 0 ? texts.lacking(backup.data.lacking.length) : texts.checked}
          description={
            <Descriptions
              size="small"
              column={1}
              items={[
                { key: "path", label: texts.file, children: backup.data.path },
                {
                  key: "bytes",
                  label: texts.size,
                  children: `${(backup.data.bytes / 1048576).toFixed(1)} MB`,
                },
                { key: "count", label: texts.attachments, children: backup.data.attachments },
                {
                  key: "sha",
                  label: "SHA-256",
                  children: (
                    <Typography.Text code copyable style={{ overflowWrap: "anywhere" }}>
                      {backup.data.sha256}
                    </Typography.Text>
                  ),
                },
              ]}
            />
          }
        />
      ) : null}
    </Card>
  );
}

function Verify() {
  const texts = usePick(TEXTS).verify;
  const { language } = usePreference();
  const verify = useAct("verifyLedger");
  const { data } = verify;
  return (
    <Card size="small" title={texts.title}>
      <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
      <Button loading={verify.isPending} onClick={() => verify.mutate({})}>
        {texts.act}
      </Button>
      <JobProgress running={verify.isPending} />
      {verify.isError ? <Failure error={verify.error} /> : null}
      {data === undefined || verify.isPending ? null : (
        <Alert
          style={{ marginBlockStart: 12 }}
          role="status"
          type={data.intact ? "success" : "error"}
          showIcon
          title={data.intact ? texts.intact(data.entries, data.attachments) : texts.damaged}
          description={
            <>
              {data.findings.length === 0 ? null : (
                <ul style={{ margin: 0, paddingInlineStart: 20, maxHeight: 300, overflowY: "auto" }}>
                  {data.findings.map((finding, index) => (
                    <li key={index}>
                      {finding.damage ? <strong>{texts.damage} </strong> : null}
                      {sentence(language, finding.code, finding.params)}
                    </li>
                  ))}
                </ul>
              )}
              {data.head === null ? null : (
                <div>
                  {texts.head}{" "}
                  <Typography.Text code copyable style={{ overflowWrap: "anywhere" }}>
                    {data.head}
                  </Typography.Text>
                  <br />
                  <Typography.Text type="secondary">{texts.headHelp}</Typography.Text>
                </div>
              )}
            </>
          }
        />
      )}
    </Card>
  );
}

function Restore() {
  const texts = usePick(TEXTS).restore;
  const restore = useAct("restoreLedger");
  return (
    <Card size="small" title={texts.title}>
      <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
      <Form<{ path: string; to: string }>
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
          <PathField title={texts.path} kind={{ name: texts.kind, extensions: ENDINGS }} takesDrops />
        </Form.Item>
        <Form.Item
          name="to"
          label={texts.to}
          rules={[{ required: true, whitespace: true, message: texts.toNeeded }]}
        >
          <FolderField title={texts.to} />
        </Form.Item>
        <Button htmlType="submit" loading={restore.isPending}>
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
