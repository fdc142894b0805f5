// What was recorded of a quarter's invoices, payments and carried amounts, by whom.
import { Card, Table, Typography } from "antd";
import type { MoneyRecordView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

export function Recorded({ quarter }: { quarter: string }) {
  const texts = usePick(TEXTS).money;
  const records = useRead("moneyRecords", { quarter });
  if (records.isError) return <Failure error={records.error} retry={() => records.refetch()} />;
  return (
    <Card size="small" title={texts.recorded} styles={{ body: { padding: 0 } }}>
      <Table<MoneyRecordView>
        size="small"
        rowKey={({ kind, number, on, amount, reason }) => [kind, number, on, amount, reason].join(" ")}
        loading={records.isPending}
        pagination={false}
        scroll={{ x: 620 }}
        dataSource={records.data ?? []}
        locale={{ emptyText: <NothingYet what={texts.none} first={texts.noneHelp} /> }}
        columns={[
          {
            title: texts.kind,
            key: "kind",
            width: 130,
            render: (_, { kind, special }) =>
              special === null
                ? texts.recordedKinds[kind]
                : texts.invoiceKinds[special ? "special" : "ordinary"],
          },
          {
            title: texts.number,
            key: "number",
            ellipsis: true,
            render: (_, { number, reason }) => (
              <span title={reason ?? number}>
                {number}
                {reason === null ? null : <Typography.Text type="secondary"> · {reason}</Typography.Text>}
              </span>
            ),
          },
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
