// The ledger checked from end to end: every hash, every table against a replay of the journal.
import { Alert, Button, Card, Typography } from "antd";
import { Failure } from "../../shared/Failure";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { message as sentence } from "../../shared/words";
import { TEXTS } from "./texts";

export function Verify() {
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
