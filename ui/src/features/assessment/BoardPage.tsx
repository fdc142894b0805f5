// 考核进度: every unit's three months of the quarter in view, who is late, and the reminders.
import { CopyOutlined } from "@ant-design/icons";
import { Button, Dropdown, Flex, Progress, Skeleton, Tag, Tooltip, Typography } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay, useMayProvince } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { useThisMonth } from "../../shared/today";
import {
  type BoardLine,
  type Cell,
  type CellState,
  counts,
  done,
  late,
  lineOf,
  type Tone,
  toneAmong,
  waiting,
} from "./board";
import { BoardTable } from "./BoardTable";
import { BOARD_TEXTS } from "./boardTexts";
import { Exemptions, LeaveOut } from "./Exemptions";
import { Notice } from "./Notice";
import { reminders } from "./reminder";
import { useCopy } from "./useCopy";

export default function BoardPage() {
  return useMayProvince()("settle") ? <Province /> : <OwnUnit />;
}

function Province() {
  const { quarter } = useInView();
  const thisMonth = useThisMonth();
  const settled = useRead("settle", { quarter, whatIf: {}, revision: null });
  const lines = useMemo(
    () =>
      settled.data?.groups.flatMap(({ kind, units }) =>
        units.map((unit) => lineOf(unit, kind, settled.data.blockers)),
      ),
    [settled.data],
  );
  if (settled.isError) return <Failure error={settled.error} retry={() => settled.refetch()} />;
  if (lines === undefined) return <Skeleton active paragraph={{ rows: 10 }} />;
  return (
    <Flex vertical gap="small">
      <Board
        lines={lines}
        thisMonth={thisMonth}
        // What is final is changed in a new version only.
        act={settled.data?.status === "draft" ? <LeaveOut lines={lines} /> : null}
      />
      <Exemptions lines={lines} />
    </Flex>
  );
}

/** Who may not read the province sees the line of their own unit. */
function OwnUnit() {
  const words = usePick(BOARD_TEXTS);
  const { quarter, unit, units } = useInView();
  const thisMonth = useThisMonth();
  const may = useMay();
  const own = useRead("unitQuarter", { unit, quarter }, may("unitQuarter", unit));
  if (own.isError) return <Failure error={own.error} retry={() => own.refetch()} />;
  if (own.data === undefined) return <Skeleton active paragraph={{ rows: 3 }} />;
  const group = units.find(({ code }) => code === unit)?.group ?? "city";
  return (
    <Flex vertical gap="small">
      <Board lines={[lineOf(own.data.unit, group, own.data.blockers)]} thisMonth={thisMonth} />
      <Typography.Text type="secondary">{words.own}</Typography.Text>
    </Flex>
  );
}

type Filter = "all" | "waiting" | "objection" | CellState;

interface BoardProps {
  lines: BoardLine[];
  thisMonth: string;
  /** What else may be done on this board. */
  act?: ReactNode;
}

function Board({ lines, thisMonth, act }: BoardProps) {
  const words = usePick(BOARD_TEXTS);
  const copy = useCopy();
  const [filter, setFilter] = useState<Filter>("all");
  const counted = counts(lines);
  const cells = lines.flatMap((line) => line.cells).filter(({ state }) => state !== "future");
  const finished = cells.filter(done).length;
  const shown = lines.filter((line) => fits(line, filter));
  const filters: { key: Filter; label: string; count: number; tone?: Tone }[] = [
    { key: "all", label: words.all, count: lines.length },
    { key: "waiting", label: words.waiting, count: lines.filter((line) => line.cells.some(waiting)).length },
    ...(Object.keys(words.states) as CellState[])
      .filter((state) => counted[state] > 0)
      .map((state) => ({
        key: state,
        label: words.states[state],
        count: counted[state],
        tone: toneAmong(cells, state, thisMonth),
      })),
    { key: "objection", label: words.objection, count: lines.filter(({ objection }) => objection).length },
  ];
  const overdue = (cell: Cell) => late(cell, thisMonth);
  const asked = (of: (cell: Cell) => boolean) => lines.filter((line) => line.cells.some(of)).length;
  const remind = (of: (cell: Cell) => boolean) => {
    const text = reminders(words, lines, of);
    if (text !== null) void copy(text);
  };
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Flex wrap gap={4} role="group" aria-label={words.show} align="center">
          {(lines.length > 1 ? filters : [])
            .filter(({ key, count }) => count > 0 || key === "all" || key === filter)
            .map(({ key, label, count, tone }) => (
              <Button
                key={key}
                size="small"
                type={filter === key ? "primary" : "default"}
                aria-pressed={filter === key}
                onClick={() => setFilter(filter === key ? "all" : key)}
              >
                {tone && filter !== key ? <Dot colour={tone} /> : null}
                {label} {count}
              </Button>
            ))}
        </Flex>
        <Flex align="center" gap="small">
          <Tooltip title={words.countedHelp}>
            <Flex align="center" gap={6} tabIndex={0}>
              <Progress
                type="circle"
                size={22}
                strokeWidth={14}
                percent={cells.length === 0 ? 0 : Math.floor((finished * 100) / cells.length)}
                showInfo={false}
                aria-label={words.counted(finished, cells.length)}
              />
              <Typography.Text>{words.counted(finished, cells.length)}</Typography.Text>
            </Flex>
          </Tooltip>
          {act}
          <Notice />
          {lines.length > 1 ? (
            <Tooltip title={asked(waiting) === 0 ? words.remindNone : null}>
              <Dropdown
                trigger={["click"]}
                disabled={asked(waiting) === 0}
                menu={{
                  items: [
                    { key: "late", label: words.remindAll(asked(overdue)), disabled: asked(overdue) === 0 },
                    { key: "begun", label: words.remindBegun(asked(waiting)) },
                  ],
                  onClick: ({ key }) => remind(key === "late" ? overdue : waiting),
                }}
              >
                <Button icon={<CopyOutlined />}>{words.remindMenu}</Button>
              </Dropdown>
            </Tooltip>
          ) : null}
        </Flex>
      </Flex>
      {shown.length === 0 ? (
        <NothingYet what={words.none} first={words.noneHelp} />
      ) : (
        <BoardTable lines={shown} onCopy={copy} />
      )}
    </Flex>
  );
}

function fits(line: BoardLine, filter: Filter): boolean {
  if (filter === "all") return true;
  if (filter === "waiting") return line.cells.some(waiting);
  if (filter === "objection") return line.objection;
  return line.cells.some(({ state }) => state === filter);
}

function Dot({ colour }: { colour: string }) {
  return (
    <Tag color={colour} variant="solid" style={{ width: 8, height: 8, padding: 0, marginInlineEnd: 6 }} />
  );
}
