// Who is due for certification, whose case is open, who holds which level.
import { Card, Flex, Input, Segmented, Skeleton, Typography } from "antd";
import { useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { CertificationLine } from "../../bindings/bindings";
import { CalmTable } from "../../shared/CalmTable";
import { Failure } from "../../shared/Failure";
import { useMarks } from "../../shared/marks";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { StateTag } from "./StateTag";
import { TEXTS } from "./texts";

const TABS = ["due", "open", "certified", "failed", "all"] as const;
type Tab = (typeof TABS)[number];

export function CertificationList() {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const list = useRead("certifications", { unit: null });
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<Tab | null>(TABS.find((one) => one === search.get("tab")) ?? null);
  const [find, setFind] = useState("");
  // What is under way is looked at first, then who is due.
  const tab: Tab = chosen ?? (list.data !== undefined && list.data.open > 0 ? "open" : "due");
  const lines = useMemo(() => {
    const words = find.trim().toLowerCase();
    return (list.data?.lines ?? []).filter(
      ({ state, name, staffNo, unitName }) =>
        (tab === "all" || state === tab) &&
        [name, staffNo, unitName].some((text) => text.toLowerCase().includes(words)),
    );
  }, [list.data, tab, find]);
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  if (list.data === undefined) return <Skeleton active paragraph={{ rows: 6 }} />;
  const { due, open, certified } = list.data;
  const { columns } = texts;
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Segmented
          value={tab}
          onChange={(next: string) => setChosen(TABS.find((one) => one === next) ?? null)}
          options={TABS.map((value) => ({ value, label: texts.tabs[value] ?? value }))}
        />
        <Typography.Text type="secondary" role="status">
          {texts.counts(due, open, certified)}
        </Typography.Text>
      </Flex>
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <div style={{ padding: 12 }}>
          <Input.Search
            aria-label={texts.find}
            placeholder={texts.find}
            allowClear
            value={find}
            onChange={(event) => setFind(event.target.value)}
            style={{ maxWidth: 320 }}
          />
        </div>
        {lines.length === 0 ? (
          <NothingYet what={texts.none} first={texts.noneHelp} />
        ) : (
          <CalmTable<CertificationLine>
            size="small"
            virtual
            pagination={false}
            rowKey="staffNo"
            dataSource={lines}
            scroll={{ x: 720, y: Math.max(240, window.innerHeight - 280) }}
            columns={[
              {
                title: columns.person,
                width: 190,
                render: (_, line) => (
                  <Link
                    to={`/certification/${encodeURIComponent(line.staffNo)}`}
                    style={{ textDecoration: "underline" }}
                  >
                    {line.name === line.staffNo ? line.name : `${line.name} ${line.staffNo}`}
                  </Link>
                ),
              },
              { title: columns.unit, dataIndex: "unitName", ellipsis: true },
              { title: columns.state, width: 110, render: (_, line) => <StateTag state={line.state} /> },
              {
                title: columns.level,
                width: 220,
                ellipsis: true,
                render: (_, line) =>
                  [
                    line.level === null ? "" : texts.held(line.level, line.title),
                    line.state === "open" && line.target !== null ? texts.target(line.target) : "",
                  ]
                    .filter(Boolean)
                    .join(marks.comma),
              },
              {
                title: columns.since,
                width: 170,
                render: (_, line) =>
                  line.state === "open" && line.openedOn !== null
                    ? texts.openedOn(line.openedOn)
                    : line.validFrom !== null
                      ? texts.validFrom(line.validFrom)
                      : texts.probationUntil(line.probationUntil),
              },
            ]}
          />
        )}
      </Card>
    </Flex>
  );
}
