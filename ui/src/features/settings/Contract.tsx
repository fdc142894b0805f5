// 合同: what is on record for each quarter; it comes from a table and goes out as one.
import { Card, Space, Table, Tag, Typography } from "antd";
import type { ComponentProps } from "react";
import type { ContractTermView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useRead } from "../../shared/useCase";
import { ExportButton } from "./ExportButton";
import { ImportLink } from "./ImportLink";
import { TEXTS } from "./texts";

export function Contract() {
  const words = usePick(TEXTS).contract;
  const texts = useTexts();
  const contract = useRead("contract", {});
  const amount = (title: string, dataIndex: keyof ContractTermView) => ({
    title,
    dataIndex,
    width: 122,
    align: "right" as const,
    render: (yuan: string) => <span style={{ fontVariantNumeric: "tabular-nums" }}>{money(yuan)}</span>,
  });
  return (
    <Card
      size="small"
      title={words.title}
      extra={
        <Space>
          <ImportLink />
          <ExportButton kind="contract" />
        </Space>
      }
    >
      <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
      {contract.isError ? <Failure error={contract.error} retry={() => contract.refetch()} /> : null}
      <Table<ContractTermView>
        size="small"
        rowKey="quarter"
        loading={contract.isPending}
        pagination={false}
        dataSource={contract.data ?? []}
        scroll={{ x: 840 }}
        components={{ table: ScrolledByKeys }}
        locale={{ emptyText: <NothingYet what={words.none} first={words.noneHelp} /> }}
        columns={[
          {
            title: words.quarter,
            dataIndex: "quarter",
            width: 124,
            fixed: "left",
            render: (quarter: string) => quarterName(texts, quarter),
          },
          {
            title: words.state,
            dataIndex: "isFinal",
            width: 76,
            render: (final: boolean) =>
              final ? <Tag color="green">{words.final}</Tag> : <Tag>{words.open}</Tag>,
          },
          amount(words.amount, "amount"),
          { title: words.taxRate, dataIndex: "taxRate", width: 56, align: "right" },
          amount(words.net, "net"),
          amount(words.tax, "tax"),
          { title: words.no, dataIndex: "no", width: 170, ellipsis: true },
          {
            title: words.term,
            key: "term",
            width: 190,
            render: (_, { from, to }) => `${from} – ${to}`,
          },
        ]}
      />
    </Card>
  );
}

/** Nothing in the rows takes the focus: the table itself does, so that the arrow keys scroll what lies to the right. */
function ScrolledByKeys(props: ComponentProps<"table">) {
  return <table {...props} tabIndex={0} />;
}
