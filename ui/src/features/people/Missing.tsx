// Who is on duty without all papers (待补手续): listed, not held up.
import { Card, Flex, Skeleton, Table, Tag } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { PersonLink } from "./PersonLink";
import { TEXTS } from "./texts";

/** People on a page. */
const PAGE = 100;

/** The first page, whose answer also says how many there are. */
export const MISSING_REQUEST = { limit: PAGE, offset: 0 };

export function Missing() {
  const all = usePick(TEXTS);
  const words = all.list;
  const [page, setPage] = useState(1);
  const found = useRead("missingPapers", { ...MISSING_REQUEST, offset: (page - 1) * PAGE });
  if (found.isError) return <Failure error={found.error} retry={() => found.refetch()} />;
  if (found.data === undefined) return <Skeleton active />;
  if (found.data.found === 0) return <NothingYet what={words.noneMissing} first={words.noneMissingHelp} />;
  return (
    <Card size="small" styles={{ body: { padding: 0 } }}>
      <Table
        size="small"
        pagination={{
          current: page,
          pageSize: PAGE,
          total: found.data.found,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: setPage,
        }}
        rowKey={({ staffNo, arrivedOn }) => `${staffNo} ${arrivedOn}`}
        dataSource={found.data.lines}
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
          { title: words.arrived, dataIndex: "arrivedOn", width: 104 },
          {
            title: words.missingWhat,
            dataIndex: "missing",
            width: 400,
            render: (missing: string[]) => (
              <Flex wrap gap={4}>
                {missing.map((item) => (
                  <Tag key={item} color="red" style={{ marginInlineEnd: 0 }}>
                    {all.papers.kinds[item] ?? item}
                  </Tag>
                ))}
              </Flex>
            ),
          },
        ]}
      />
    </Card>
  );
}
