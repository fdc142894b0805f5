// The last acts on record, for who may read the log.
import { Button, Card, Timeline, Typography } from "antd";
import { useNavigate } from "react-router";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

const SHOWN = 8;

export function LastActs() {
  const words = usePick(TEXTS);
  const { language } = usePreference();
  const navigate = useNavigate();
  const journal = useRead("journal", { limit: SHOWN });
  return (
    <Card
      size="small"
      title={words.acts}
      loading={journal.isPending}
      extra={
        <Button type="link" size="small" onClick={() => navigate("/settings/journal")}>
          {words.allActs}
        </Button>
      }
    >
      {journal.isError ? <Failure error={journal.error} retry={() => journal.refetch()} /> : null}
      {journal.data?.lines.length === 0 ? (
        <Typography.Text type="secondary">{words.noActs}</Typography.Text>
      ) : null}
      <Timeline
        style={{ marginBlockStart: 8 }}
        items={(journal.data?.lines ?? []).map((line) => ({
          key: line.hash,
          content: (
            <>
              {word(language, `event.${line.kind}`)}
              <br />
              <Typography.Text type="secondary">
                {line.name} · {line.at}
              </Typography.Text>
            </>
          ),
        }))}
      />
    </Card>
  );
}
