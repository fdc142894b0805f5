// 历史: all quarters as a chart and as a table; a quarter is opened from either.
import { Button, Card, Flex, Skeleton, Table, Tag } from "antd";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useRead } from "../../shared/useCase";
import { STATUS_COLOURS } from "./Result";
import { TEXTS } from "./texts";
import { Trend } from "./Trend";

export function History({ openTab }: { openTab: (tab: string) => void }) {
  const general = useTexts();
  const texts = usePick(TEXTS).history;
  const { setQuarter } = useInView();
  const quarters = useRead("quarters", {});
  if (quarters.isError) return <Failure error={quarters.error} retry={() => quarters.refetch()} />;
  if (quarters.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  const newestFirst = [...quarters.data].sort((a, b) => b.quarter.localeCompare(a.quarter));
  if (newestFirst.length === 0) return <NothingYet what={texts.none} first={texts.noneHelp} />;
  return (
    <Flex vertical gap="middle">
      <Trend />
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <Table
          size="small"
          rowKey="quarter"
          pagination={newestFirst.length > 20 ? { pageSize: 20 } : false}
          dataSource={newestFirst}
          scroll={{ x: 720 }}
          columns={[
            {
              title: texts.quarter,
              dataIndex: "quarter",
              render: (quarter: string) => quarterName(general, quarter),
            },
            {
              title: texts.status,
              dataIndex: "status",
              width: 96,
              render: (status: string) => (
                <Tag color={STATUS_COLOURS[status] ?? "default"}>
                  {general.quarter.status[status] ?? status}
                </Tag>
              ),
            },
            { title: texts.revision, dataIndex: "revision", width: 64, align: "right" },
            {
              title: texts.overall,
              dataIndex: "overall",
              width: 90,
              align: "right",
              render: (overall: string | null) => overall ?? "—",
            },
            {
              title: texts.coefficient,
              dataIndex: "coefficient",
              width: 100,
              align: "right",
              render: (coefficient: string | null) => coefficient ?? "—",
            },
            {
              title: texts.fee,
              dataIndex: "feePayable",
              width: 136,
              align: "right",
              render: (fee: string | null) => (fee === null ? "—" : money(fee)),
            },
            { title: texts.blockers, dataIndex: "blockers", width: 84, align: "right" },
            {
              key: "look",
              width: 80,
              render: (_, { quarter }) => (
                <Button
                  type="link"
                  size="small"
                  aria-label={`${texts.look} ${quarterName(general, quarter)}`}
                  onClick={() => {
                    setQuarter(quarter);
                    openTab("result");
                  }}
                >
                  {texts.look}
                </Button>
              ),
            },
          ]}
        />
      </Card>
    </Flex>
  );
}
