// A backup by hand, into a file that the user names.
import { Alert, App, Button, Card, Descriptions, Typography } from "antd";
import dayjs from "dayjs";
import type { KeptBackup } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { fileName, safeName } from "../../shared/files/paths";
import { useAskSave } from "../../shared/files/useAskSave";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { sizeText } from "../../shared/words";
import { TEXTS } from "./texts";

export function BackupByHand({ last }: { last: KeptBackup | null }) {
  const texts = usePick(TEXTS).backup;
  const { status } = useSignedIn();
  const { message } = App.useApp();
  const askSave = useAskSave();
  const backup = useAct("backupLedger");
  const kind = { name: texts.kind, extensions: ["hqbak"] };
  const run = async () => {
    const name = `${texts.fileName}-${safeName(status.unit ?? "")}-${dayjs().format("YYYY-MM-DD")}.hqbak`;
    const out = await askSave(texts.make, kind, name);
    if (out === null) return;
    backup.mutate(
      { out },
      {
        onSuccess: ({ path }) => void message.success(texts.made(fileName(path))),
      },
    );
  };
  return (
    <Card size="small" title={texts.title}>
      <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
      <Typography.Paragraph style={{ overflowWrap: "anywhere" }}>
        {last === null ? texts.never : texts.last(last.at, last.path)}
      </Typography.Paragraph>
      <Button loading={backup.isPending} onClick={() => void run()}>
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
                  children: sizeText(backup.data.bytes),
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
