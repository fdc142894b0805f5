// Every unit's months and quarter score.
import { Card, Empty, type TableColumnsType, Tag, Tooltip, Typography } from "antd";
import type { SettlementView } from "../../bindings/bindings";
import { CalmTable } from "../../shared/CalmTable";
import { compare } from "../../shared/exact";
import { usePick } from "../../shared/pick";
import { type SettlementTexts, TEXTS } from "./texts";

type Group = SettlementView["groups"][number];
type Unit = Group["units"][number];
type Month = Unit["months"][number];
/** Client and provider. */
const PARTIES = 2;

interface Line extends Unit {
  group: Group["kind"];
}

interface UnitTableProps {
  settlement: SettlementView;
  /** 试算: units whose score is assumed. */
  assumed?: Record<string, string>;
}

export function UnitTable({ settlement, assumed = {} }: UnitTableProps) {
  const texts = usePick(TEXTS);
  const lines: Line[] = settlement.groups.flatMap(({ kind, units }) =>
    units.map((unit) => ({ ...unit, group: kind })),
  );
  return (
    <Card size="small" title={`${texts.units.title} (${lines.length})`} styles={{ body: { padding: 0 } }}>
      <CalmTable
        size="small"
        rowKey="code"
        pagination={false}
        dataSource={lines}
        columns={columns(texts, lines, assumed)}
        scroll={{ x: 816 }}
        sticky
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  {texts.units.empty}
                  <br />
                  {texts.units.emptyHelp}
                </>
              }
            />
          ),
        }}
      />
    </Card>
  );
}

function columns(
  texts: SettlementTexts,
  lines: Line[],
  assumed: Record<string, string>,
): TableColumnsType<Line> {
  const groups = texts.groups;
  const months = lines[0]?.months.map(({ month }) => month) ?? [];
  return [
    {
      title: texts.units.group,
      dataIndex: "group",
      width: 92,
      render: (group: string) => groups[group] ?? group,
      filters: Object.entries(groups).map(([value, text]) => ({ value, text })),
      onFilter: (value, line) => line.group === value,
    },
    { title: texts.units.code, dataIndex: "code", width: 56 },
    { title: texts.units.name, dataIndex: "name", ellipsis: true, width: 154 },
    ...months.map((month, index) => ({
      title: texts.units.month(month),
      key: month,
      width: 62,
      align: "right" as const,
      render: (_: unknown, line: Line) => <MonthScore month={line.months[index]} />,
    })),
    {
      title: texts.units.score,
      dataIndex: "shown",
      width: 116,
      align: "right",
      sorter: (a, b) => compare(a.score, b.score),
      render: (shown: string | null, { code }) =>
        shown === null ? (
          <Dash />
        ) : (
          <>
            {code in assumed ? <Tag color="purple">{texts.whatIf.tag}</Tag> : null}
            <strong>{shown}</strong>
          </>
        ),
    },
    {
      title: texts.units.headcount,
      key: "headcount",
      width: 108,
      align: "right",
      render: (_, line) => line.months.map((month) => month.headcount).join(" / "),
    },
    { title: texts.units.state, key: "state", width: 116, render: (_, line) => <State line={line} /> },
  ];
}

function Dash() {
  return <Typography.Text type="secondary">—</Typography.Text>;
}

function MonthScore({ month }: { month: Month | undefined }) {
  const texts = usePick(TEXTS);
  if (month === undefined) return <Dash />;
  if (month.shown !== null) return month.shown;
  if (month.noEngineer) return <Typography.Text type="secondary">{texts.units.noEngineer}</Typography.Text>;
  return <Dash />;
}

function State({ line }: { line: Line }) {
  const texts = usePick(TEXTS);
  if (line.exempt !== null) {
    return (
      <Tooltip title={line.exempt}>
        <Tag tabIndex={0}>{texts.units.exempt}</Tag>
      </Tooltip>
    );
  }
  if (line.score === null) return <Tag color="red">{texts.units.incomplete}</Tag>;
  if (line.months.some((month) => !month.closed)) return <Tag color="orange">{texts.units.open}</Tag>;
  if (line.confirmed.length < PARTIES) {
    // One has confirmed: whom it waits for is worth knowing.
    const missing =
      line.confirmed.length === 0 ? null : line.confirmed.includes("client") ? "provider" : "client";
    return <Tag color="blue">{(missing && texts.units.waitingFor[missing]) ?? texts.units.closed}</Tag>;
  }
  return <Tag color="green">{texts.units.confirmed}</Tag>;
}
