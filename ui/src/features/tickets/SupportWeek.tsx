// 支撑周统计: what became of the applications for support in a week, Monday to Sunday.
import { ExportOutlined } from "@ant-design/icons";
import { Button, Card, DatePicker, Flex, Table, Typography } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import type { SupportWeekLine } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useExport } from "../../shared/files/useExport";
import { useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

export function SupportWeek() {
  const texts = usePick(TEXTS);
  const today = useToday();
  const [day, setDay] = useState(today);
  const found = useRead("supportWeek", { day });
  const { week } = texts;
  const { save, isPending } = useExport("exportSupportWeek");
  const of = (part: number, whole: number) => (whole === 0 ? "—" : `${part} / ${whole}`);
  if (found.isError) return <Failure error={found.error} retry={() => found.refetch()} />;
  const view = found.data;
  const rows = view === undefined ? [] : view.lines.length > 1 ? [...view.lines, view.total] : view.lines;
  return (
    <Card size="small" title={week.title}>
      <Flex vertical gap="small">
        <Flex gap="middle" align="center" wrap>
          <DatePicker
            aria-label={week.choose}
            allowClear={false}
            value={dayjs(day)}
            onChange={(chosen) => chosen !== null && setDay(chosen.format("YYYY-MM-DD"))}
          />
          {view === undefined ? null : <Typography.Text>{week.range(view.from, view.to)}</Typography.Text>}
          {rows.length === 0 || view === undefined ? null : (
            <Button
              icon={<ExportOutlined aria-hidden />}
              loading={isPending}
              style={{ marginInlineStart: "auto" }}
              onClick={() =>
                void save({
                  title: week.exportTitle,
                  kind: { name: "Excel", extensions: ["xlsx"] },
                  proposed: week.exportName(view.from, view.to),
                  request: (out) => ({ day, out }),
                })
              }
            >
              {week.export}
            </Button>
          )}
        </Flex>
        <Typography.Text type="secondary">{week.help}</Typography.Text>
        <Table<SupportWeekLine>
          size="small"
          rowKey={({ unit }) => unit ?? "total"}
          loading={found.isPending}
          dataSource={rows}
          pagination={false}
          scroll={{ x: 760 }}
          locale={{ emptyText: <NothingYet what={week.none} first={week.noneHelp} /> }}
          columns={[
            { title: week.unit, key: "unit", render: (_, { unitName }) => unitName ?? week.all },
            { title: week.received, dataIndex: "received", align: "right" },
            {
              title: week.reviewed,
              key: "reviewed",
              align: "right",
              render: (_, row) => of(row.reviewedInTime, row.reviewed),
            },
            {
              title: week.delivered,
              key: "delivered",
              align: "right",
              render: (_, row) => of(row.deliveredInTime, row.delivered),
            },
            { title: week.archived, dataIndex: "archived", align: "right" },
            { title: week.refused, dataIndex: "refused", align: "right" },
            { title: week.open, dataIndex: "open", align: "right" },
            {
              title: week.mean,
              dataIndex: "mean",
              align: "right",
              render: (mean: string | null) => mean ?? "—",
            },
          ]}
        />
      </Flex>
    </Card>
  );
}
