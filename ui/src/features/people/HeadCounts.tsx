// 各月人数: how many people each unit had in a month, and who they were, counted again from the stays.
import { Card, DatePicker, Flex, Skeleton, Table, Typography } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useThisMonth } from "../../shared/today";
import { useRead } from "../../shared/useCase";
import { PersonLink } from "./PersonLink";
import { TEXTS } from "./texts";

/** Where the month is kept while one looks at a person and comes back. */
const MONTH = "people.month";

export function HeadCounts() {
  const words = usePick(TEXTS).list;
  const thisMonth = useThisMonth();
  const [month, setMonth] = useState(() => sessionStorage.getItem(MONTH) ?? thisMonth);
  const found = useRead("headCount", { month });
  const show = (chosen: string) => {
    sessionStorage.setItem(MONTH, chosen);
    setMonth(chosen);
  };
  return (
    <Card size="small" styles={{ body: { padding: 0 } }}>
      <Flex wrap align="center" gap="middle" style={{ padding: 12 }}>
        <DatePicker
          picker="month"
          aria-label={words.month}
          allowClear={false}
          value={dayjs(`${month}-01`)}
          onChange={(day) => day !== null && show(day.format("YYYY-MM"))}
        />
        <Typography.Text type="secondary">{words.monthHelp}</Typography.Text>
      </Flex>
      {found.isError ? (
        <Failure error={found.error} retry={() => found.refetch()} />
      ) : found.data === undefined ? (
        <Skeleton active style={{ padding: 12 }} />
      ) : (
        <Table
          size="small"
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          rowKey="unit"
          dataSource={found.data}
          expandable={{
            rowExpandable: ({ people }) => people > 0,
            expandedRowRender: ({ staffNos, names }) => (
              <Flex wrap gap="small">
                {staffNos.map((staffNo, at) => (
                  <span key={staffNo}>
                    <PersonLink staffNo={staffNo} name={names[at] ?? staffNo} />{" "}
                    <Typography.Text type="secondary">{staffNo}</Typography.Text>
                  </span>
                ))}
              </Flex>
            ),
          }}
          columns={[
            { title: words.unit, dataIndex: "unitName", ellipsis: true },
            { title: words.head, dataIndex: "people", width: 140, align: "right" },
          ]}
        />
      )}
    </Card>
  );
}
