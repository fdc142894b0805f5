// What visits, talks, surveys and contracts remind of: near or past its day, the earliest first.
import { Card, Flex, Table, Typography } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { ReminderLine } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useSignedIn } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { UnitFilter } from "../../shared/UnitFilter";
import { StandingTag } from "../tickets/StandingTag";
import { formPath } from "./registers";
import { TEXTS } from "./texts";

const PAGE = 50;

export function ReminderList() {
  const texts = usePick(TEXTS);
  const { session } = useSignedIn();
  const [unit, setUnit] = useState(session.unit);
  const list = useRead("reminders", { unit });
  const { columns } = texts;
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  return (
    <Card size="small" styles={{ body: { padding: 0 } }}>
      <Flex wrap gap="small" align="center" style={{ padding: 12 }}>
        <UnitFilter label={texts.unit} hint={texts.allUnits} value={unit} onChange={setUnit} />
        <Typography.Text type="secondary" role="status">
          {texts.total(list.data?.length ?? 0)}
        </Typography.Text>
      </Flex>
      {list.data?.length === 0 ? (
        <NothingYet what={texts.none.reminders} first={texts.noneHelp.reminders} />
      ) : (
        <Table<ReminderLine>
          size="small"
          rowKey={({ form, term }) => `${form} ${term}`}
          tableLayout="fixed"
          loading={list.isPending}
          dataSource={list.data ?? []}
          pagination={{ pageSize: PAGE, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            { title: columns.reminder, dataIndex: "term", width: 170 },
            {
              title: columns.title,
              dataIndex: "title",
              render: (title: string, line) => (
                <Flex vertical gap={2} style={{ overflowWrap: "anywhere" }}>
                  <Link to={formPath(line)}>{title}</Link>
                  <Typography.Text type="secondary">
                    {[line.form, line.customer === title ? null : line.customer].filter(Boolean).join(" ")}
                  </Typography.Text>
                </Flex>
              ),
            },
            { title: columns.kind, dataIndex: "kind", width: 150 },
            {
              title: columns.until,
              dataIndex: "by",
              width: 150,
              render: (by: string, { at, standing, days }) => (
                <Flex vertical align="flex-start" gap={2}>
                  <span>{[by, at].filter(Boolean).join(" ")}</span>
                  <StandingTag standing={standing} days={days} />
                </Flex>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
