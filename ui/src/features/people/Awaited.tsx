// Who is awaited: announced, without a letter. Nobody here is on duty yet.
import type { UseQueryResult } from "@tanstack/react-query";
import { Card, Skeleton, Table, Tag } from "antd";
import type { ArrivalView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { PersonLink } from "./PersonLink";
import { TEXTS } from "./texts";

export function Awaited({ found }: { found: UseQueryResult<ArrivalView[], Error> }) {
  const all = usePick(TEXTS);
  const words = all.list;
  if (found.isError) return <Failure error={found.error} retry={() => found.refetch()} />;
  if (found.data === undefined) return <Skeleton active />;
  if (found.data.length === 0) return <NothingYet what={words.noneAwaited} first={words.noneAwaitedHelp} />;
  return (
    <Card size="small" styles={{ body: { padding: 0 } }}>
      <Table
        size="small"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        rowKey="staffNo"
        dataSource={found.data}
        scroll={{ x: 640 }}
        columns={[
          { title: words.staffNo, dataIndex: "staffNo", width: 96 },
          {
            title: words.name,
            key: "name",
            ellipsis: true,
            render: (_, { staffNo, name }) => <PersonLink staffNo={staffNo} name={name} />,
          },
          { title: words.unit, dataIndex: "unitName", ellipsis: true },
          { title: words.post, dataIndex: "post", ellipsis: true, render: (post) => post ?? "—" },
          {
            title: words.expected,
            dataIndex: "expectedOn",
            width: 130,
            render: (day: string, { overdue }) => (overdue ? <Tag color="red">{day}</Tag> : day),
          },
        ]}
      />
    </Card>
  );
}
