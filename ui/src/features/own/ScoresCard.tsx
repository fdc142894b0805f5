// Scores month by month, the newest first, with the items that points were taken off.
import { Card, Table, Typography } from "antd";
import type { ScoredMonthView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useMarks } from "../../shared/marks";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

export function ScoresCard({ staffNo }: { staffNo: string }) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const found = useRead("personScores", { staffNo });
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const lines = found.data ?? [];
  const units = new Set(lines.map(({ unit }) => unit));
  const none = found.isSuccess && lines.length === 0;
  return (
    <Card size="small" title={texts.scores} styles={{ body: { padding: none ? 12 : 0 } }}>
      {none ? (
        <NothingYet what={texts.none} first={texts.noneHelp} />
      ) : (
        <Table<ScoredMonthView>
          size="small"
          loading={found.isPending}
          rowKey={({ unit, month }) => `${unit} ${month}`}
          pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={lines}
          tableLayout="fixed"
          columns={[
            { title: texts.month, dataIndex: "month", width: 84 },
            ...(units.size > 1
              ? [{ title: texts.unit, dataIndex: "unitName", width: 130, ellipsis: true }]
              : []),
            { title: texts.score, dataIndex: "score", width: 76, align: "right" },
            {
              title: texts.deducted,
              key: "deducted",
              render: (_, { deducted, note }) => (
                <>
                  {deducted.length === 0 && note === null ? (
                    <Typography.Text type="secondary">{texts.full}</Typography.Text>
                  ) : null}
                  {deducted.map((item) => (
                    <div key={item.code} style={{ overflowWrap: "anywhere" }}>
                      {`${item.name} ${item.points}${item.max === null ? "" : `/${item.max}`}`}
                      {item.reason === null ? "" : `${marks.colon}${item.reason}`}
                    </div>
                  ))}
                  {note === null ? null : <div style={{ overflowWrap: "anywhere" }}>{note}</div>}
                </>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
