// What was recorded of invoices, payments and carried amounts, as the log has it.
import { Card, Table, Typography } from "antd";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { RECORDED_KINDS, recordedLines } from "./recordedLines";
import { TEXTS } from "./texts";

/** Acts of these kinds that are looked through. */
const LOOKED_AT = 2000;

export function Recorded({ quarter }: { quarter: string }) {
  const texts = usePick(TEXTS).money;
  const journal = useRead("journal", { limit: LOOKED_AT, kinds: RECORDED_KINDS });
  if (journal.isError) return <Failure error={journal.error} />;
  return (
    <Card
      size="small"
      title={texts.recorded}
      extra={
        typeof journal.data?.next === "number" ? (
          <Typography.Text type="secondary">{texts.recordedHelp(LOOKED_AT)}</Typography.Text>
        ) : null
      }
      styles={{ body: { padding: 0 } }}
    >
      <Table
        size="small"
        rowKey="seq"
        loading={journal.isPending}
        pagination={false}
        dataSource={recordedLines(journal.data?.lines ?? [], quarter)}
        locale={{ emptyText: <NothingYet what={texts.none} first={texts.noneHelp} /> }}
        columns={[
          {
            title: texts.kind,
            dataIndex: "kind",
            width: 110,
            render: (kind: string) => texts.recordedKinds[kind] ?? kind,
          },
          { title: texts.number, dataIndex: "number", ellipsis: true },
          { title: texts.on, dataIndex: "on", width: 120 },
          {
            title: texts.amount,
            dataIndex: "amount",
            width: 170,
            align: "right",
            render: (amount: string) => money(amount),
          },
          { title: texts.by, dataIndex: "by", width: 120, ellipsis: true },
        ]}
      />
    </Card>
  );
}
