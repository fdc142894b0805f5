// The board: units by group, a column for each month, confirmations, and the reminder of one unit.
import { CheckOutlined, CopyOutlined, MinusOutlined } from "@ant-design/icons";
import { Button, Card, ConfigProvider, Flex, type TableColumnsType, Tag, theme, Typography } from "antd";
import { CalmTable } from "../../shared/CalmTable";
import { useNavigate } from "react-router";
import { hint, Hints } from "../../shared/Hints";
import { useInView } from "../../shared/inView";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useThisMonth } from "../../shared/today";
import { type BoardLine, type Cell, toneOf, waiting } from "./board";
import { BOARD_TEXTS, type BoardTexts } from "./boardTexts";
import { reminder } from "./reminder";

interface BoardTableProps {
  lines: BoardLine[];
  onCopy: (text: string) => Promise<void>;
}

/** Lines close together, so that 24 units are seen at once on a usual screen. */
const CLOSE = { components: { Table: { cellPaddingBlockSM: 3, cellPaddingInlineSM: 6 } } };

/** A table row: a group's heading, or a unit. */
type TableRow = { key: string; heading: string } | { key: string; heading: null; line: BoardLine };

export function BoardTable({ lines, onCopy }: BoardTableProps) {
  const words = usePick(BOARD_TEXTS);
  const months = lines[0]?.cells.map(({ month }) => month) ?? [];
  const groups = [...new Set(lines.map(({ group }) => group))];
  const rows: TableRow[] = groups.flatMap((group) => {
    const units = lines.filter((line) => line.group === group);
    const members = units.map((line) => ({ key: line.code, heading: null, line }));
    // One line needs no heading.
    if (lines.length === 1) return members;
    return [
      { key: `group.${group}`, heading: `${words.groups[group] ?? group} ${units.length}` },
      ...members,
    ];
  });
  return (
    <Card size="small" styles={{ body: { padding: 0 } }}>
      <ConfigProvider theme={CLOSE}>
        <Hints>
          <CalmTable<TableRow>
            size="small"
            pagination={false}
            sticky
            dataSource={rows}
            columns={columns(words, months, onCopy)}
            scroll={{ x: 800 }}
          />
        </Hints>
      </ConfigProvider>
    </Card>
  );
}

function columns(
  words: BoardTexts,
  months: string[],
  onCopy: (text: string) => Promise<void>,
): TableColumnsType<TableRow> {
  const whole = months.length + 4;
  const hidden = (row: TableRow) => (row.heading === null ? {} : { colSpan: 0 });
  return [
    {
      title: words.unit,
      key: "unit",
      onCell: (row) => (row.heading === null ? {} : { colSpan: whole }),
      render: (_, row) =>
        row.heading === null ? (
          <UnitName name={row.line.name} />
        ) : (
          <Typography.Text strong>{row.heading}</Typography.Text>
        ),
    },
    ...months.map((month, index) => ({
      title: words.monthName(month),
      key: month,
      width: 128,
      onCell: hidden,
      render: (_: unknown, row: TableRow) => {
        const cell = row.heading === null ? row.line.cells[index] : undefined;
        return row.heading !== null || cell === undefined ? null : <CellLink line={row.line} cell={cell} />;
      },
    })),
    {
      title: words.confirmed,
      key: "confirmed",
      width: 142,
      onCell: hidden,
      render: (_, row) => (row.heading === null ? <Confirmed line={row.line} /> : null),
    },
    {
      key: "objection",
      width: 74,
      onCell: hidden,
      render: (_, row) =>
        row.heading === null && row.line.objection ? <ObjectionMark line={row.line} /> : null,
    },
    {
      key: "remind",
      width: 76,
      align: "right",
      onCell: hidden,
      render: (_, row) => {
        const text = row.heading === null ? reminder(words, row.line) : null;
        if (row.heading !== null || text === null) return null;
        return (
          <Button
            type="link"
            size="small"
            style={{ paddingInline: 2 }}
            icon={<CopyOutlined />}
            aria-label={words.remindOneHelp(row.line.name)}
            onClick={() => onCopy(text)}
            {...hint(text)}
          >
            {words.remindOne}
          </Button>
        );
      },
    },
  ];
}

/** Longer names get two lines of smaller letters: what tells branches apart stands at the end of their full names. */
const ONE_LINE = 9;

function UnitName({ name }: { name: string }) {
  if (name.length <= ONE_LINE) return name;
  return (
    <div
      title={name}
      style={{
        display: "-webkit-box",
        overflow: "hidden",
        WebkitBoxOrient: "vertical",
        WebkitLineClamp: 2,
        overflowWrap: "anywhere",
        fontSize: 12,
        lineHeight: "14px",
      }}
    >
      {name}
    </div>
  );
}

/** For those who hear the page: which unit and month the state is of. */
const UNSEEN = {
  position: "absolute",
  width: 1,
  height: 1,
  overflow: "hidden",
  clipPath: "inset(50%)",
} as const;

/** The colour says it to the quick eye; the words are always there, in the colour of text. */
function useShade(cell: Cell): { background: string; mark: string } {
  const { token } = theme.useToken();
  switch (toneOf(cell, useThisMonth())) {
    case "red":
      return { background: token.colorErrorBg, mark: token.colorError };
    case "blue":
      return { background: token.colorInfoBg, mark: token.colorInfo };
    case "orange":
      return { background: token.colorWarningBg, mark: token.colorWarning };
    case "green":
      return { background: token.colorSuccessBg, mark: token.colorSuccess };
    default:
      return { background: token.colorFillQuaternary, mark: token.colorBorder };
  }
}

function CellLink({ line, cell }: { line: BoardLine; cell: Cell }) {
  const marks = useMarks();
  const words = usePick(BOARD_TEXTS);
  const may = useMay();
  const { setUnit } = useInView();
  const navigate = useNavigate();
  const shade = useShade(cell);
  const { token } = theme.useToken();
  const state = words.states[cell.state];
  const label = (
    <>
      {state}
      {cell.state === "open" || (cell.state === "closed" && cell.all > 0) || cell.state === "scored" ? (
        <span style={{ fontSize: 12 }}>
          {cell.state === "open" ? words.partly(cell.scored, cell.all) : cell.all}
        </span>
      ) : null}
    </>
  );
  const style = {
    color: token.colorText,
    background: shade.background,
    border: 0,
    borderInlineStart: `3px solid ${shade.mark}`,
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    gap: 4,
    whiteSpace: "nowrap",
    width: "100%",
    minHeight: 26,
    paddingInline: 8,
    borderRadius: token.borderRadiusSM,
  } as const;
  if (cell.state === "future" || cell.state === "exempt" || !may("unitMonth", line.code)) {
    return (
      <span style={style} {...hint(cell.state === "exempt" ? line.exempt : null)}>
        {label}
      </span>
    );
  }
  return (
    <button
      type="button"
      onClick={() => {
        setUnit(line.code);
        void navigate(`/scoring?month=${cell.month}`);
      }}
      style={{ ...style, font: "inherit", cursor: "pointer" }}
      {...hint(
        waiting(cell) && cell.missing.length > 0 ? words.missing(cell.missing.join(marks.list)) : null,
      )}
    >
      <span style={UNSEEN}>{words.cell(line.name, words.monthLong(cell.month))}</span>
      {label}
    </button>
  );
}

function Confirmed({ line }: { line: BoardLine }) {
  const words = usePick(BOARD_TEXTS);
  const { token } = theme.useToken();
  if (line.exempt !== null) return null;
  return (
    <Flex gap="small">
      {["client", "provider"].map((party) => {
        const yes = line.confirmed.includes(party);
        const name = words.party[party] ?? party;
        return (
          <span
            key={party}
            style={{ color: yes ? token.colorText : token.colorTextSecondary, whiteSpace: "nowrap" }}
            {...hint(yes ? words.confirmedYes(name) : words.confirmedNo(name))}
          >
            {yes ? <CheckOutlined style={{ color: token.colorSuccess }} /> : <MinusOutlined />} {name}
          </span>
        );
      })}
    </Flex>
  );
}

function ObjectionMark({ line }: { line: BoardLine }) {
  const words = usePick(BOARD_TEXTS);
  const { setUnit } = useInView();
  const navigate = useNavigate();
  return (
    <button
      type="button"
      style={{ border: 0, padding: 0, background: "none", cursor: "pointer" }}
      onClick={() => {
        setUnit(line.code);
        void navigate("/objections");
      }}
      {...hint(words.objectionGo)}
    >
      <Tag color="volcano" style={{ marginInlineEnd: 0 }}>
        {words.objection}
      </Tag>
    </button>
  );
}
