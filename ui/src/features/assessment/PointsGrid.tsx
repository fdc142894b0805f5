// The sheet itself: people down, items across, the name held on the left and the sum on the right.
import { App, Tag, theme, Tooltip } from "antd";
import { type CSSProperties, memo, type RefObject, useCallback, useMemo, useRef } from "react";
import { type CellProps, type DataSheetGridRef, DynamicDataSheetGrid } from "react-datasheet-grid";
import "react-datasheet-grid/dist/style.css";
import { usePick } from "../../shared/pick";
import { columnsOf, type GridColumn, Heading } from "./columns";
import "./grid.css";
import type { Rubric } from "./rubric";
import { byRule, check, type Entry, type Line, type Mode } from "./sheet";
import { type ScoringTexts, TEXTS } from "./texts";
import { sizeOf, usePaste } from "./usePaste";

interface PointsGridProps {
  grid: RefObject<DataSheetGridRef | null>;
  lines: Line[];
  rubric: Rubric;
  mode: Mode;
  /** Last month's scores by staff number. */
  before: Map<string, string>;
  height: number;
  selected: string | null;
  onSelect: (staffNo: string) => void;
  onChange: (entries: Record<string, Entry>) => void;
}

export function PointsGrid(props: PointsGridProps) {
  const { grid, lines, rubric, mode, before, height, selected, onSelect, onChange } = props;
  const words = usePick(TEXTS);
  const columns = useMemo(
    () => [...columnsOf(rubric, mode, words), beforeColumn(before, words)],
    [rubric, mode, words, before],
  );
  const mixed = lines.some(({ lock }) => lock === null);
  const right = useMemo(() => sideColumn(rubric, mode, words, mixed), [rubric, mode, words, mixed]);
  const width = useMemo(() => nameWidth(lines), [lines]);
  const left = useMemo(() => nameColumn(words, width), [words, width]);
  // Callbacks that stay the same: new ones would have every cell drawn again.
  const latest = useRef({ lines, onSelect, onChange });
  latest.current = { lines, onSelect, onChange };
  const changed = useCallback((next: Line[]) => {
    const entries: Record<string, Entry> = {};
    next.forEach((line, index) => {
      const before = latest.current.lines[index];
      if (line.lock === null && line.entry !== before?.entry) entries[line.row.staffNo] = line.entry;
    });
    if (Object.keys(entries).length > 0) latest.current.onChange(entries);
  }, []);
  const active = useCallback(({ cell }: { cell: { row: number } | null }) => {
    const line = cell === null ? undefined : latest.current.lines[cell.row];
    if (line !== undefined) latest.current.onSelect(line.row.staffNo);
  }, []);
  const { message } = App.useApp();
  const corner = useRef<{ row: number; col: number } | null>(null);
  usePaste((text) => {
    if (corner.current === null) return;
    const { row, col } = corner.current;
    const size = sizeOf(text);
    const [rows, cells] = [lines.length - row, columns.length - 1 - col];
    if (size.rows > rows || size.columns > cells)
      void message.warning(words.pasteCut(size.rows, size.columns, Math.max(rows, 0), Math.max(cells, 0)), 8);
  });
  return (
    <div className="sheet" style={useColours()} role="region" aria-label={words.grid}>
      {/* A class on the row would draw every row again whenever another person is chosen. */}
      {selected === null ? null : (
        <style>{`.sheet-name[data-person="${CSS.escape(selected)}"] { box-shadow: inset 3px 0 var(--dsg-selection-border-color); }`}</style>
      )}
      <DynamicDataSheetGrid<Line>
        ref={grid}
        value={lines}
        onChange={changed}
        columns={columns}
        gutterColumn={left}
        stickyRightColumn={right}
        height={height}
        rowHeight={36}
        headerRowHeight={68}
        rowKey={rowKey}
        onActiveCellChange={active}
        onSelectionChange={({ selection }) => {
          corner.current = selection?.min ?? null;
        }}
        lockRows
        disableExpandSelection={false}
      />
    </div>
  );
}

function sameLine(a: { rowData: Line }, b: { rowData: Line }): boolean {
  return a.rowData === b.rowData;
}

const rowKey = ({ rowData }: { rowData: Line }) => rowData.row.staffNo;

function useColours(): CSSProperties {
  const { token } = theme.useToken();
  return {
    "--dsg-border-color": token.colorBorderSecondary,
    "--dsg-selection-border-color": token.colorPrimary,
    "--dsg-selection-background-color": `${token.colorPrimary}14`,
    "--dsg-selection-disabled-border-color": token.colorBorder,
    "--dsg-header-text-color": token.colorTextSecondary,
    "--dsg-header-active-text-color": token.colorText,
    "--dsg-cell-background-color": token.colorBgContainer,
    "--dsg-cell-disabled-background-color": token.colorBgLayout,
    "--dsg-scroll-shadow-color": token.colorFillSecondary,
    "--dsg-transition-duration": "0s",
    "--sheet-text": token.colorText,
    "--sheet-quiet": token.colorTextSecondary,
    "--sheet-head": `linear-gradient(${token.colorFillAlter}, ${token.colorFillAlter}), ${token.colorBgContainer}`,
    "--sheet-deducted": token.colorWarningBg,
    "--sheet-bad": token.colorErrorBg,
    // Darker than Ant Design's own red, for the contrast of small figures.
    "--sheet-bad-text": token["red-8"],
    borderRadius: token.borderRadius,
  } as CSSProperties;
}

/** Names of up to four characters are on one line; a longer one gets two of smaller letters. */
const SHORT_NAME = 4;

/** Wide enough for the longest name, as long as the items still have room beside it. */
function nameWidth(lines: Line[]): number {
  const longest = Math.max(0, ...lines.map(({ row }) => row.name.length));
  if (longest <= SHORT_NAME) return 88;
  const tag = lines.some(({ row }) => row.probation) ? 26 : 0;
  return Math.min(132, 16 + tag + 12 * Math.ceil(longest / 2) + 12);
}

function nameColumn(words: ScoringTexts, width: number) {
  const Name = memo(function Name({ rowData }: CellProps<Line, unknown>) {
    const { row } = rowData;
    return (
      <div
        className="sheet-name"
        data-person={row.staffNo}
        title={`${row.name} ${row.staffNo}${row.probation ? ` ${words.probation}` : ""}`}
      >
        <span className={row.name.length > SHORT_NAME ? "sheet-name-long" : undefined}>{row.name}</span>
        {row.probation ? (
          <Tag
            color="blue"
            style={{ marginInlineEnd: 0, paddingInline: 3, fontSize: 11, lineHeight: "16px" }}
          >
            {words.probationShort}
          </Tag>
        ) : null}
      </div>
    );
  }, sameLine);
  return {
    title: <Heading name={words.name} />,
    basis: width,
    grow: 0,
    shrink: 0,
    minWidth: width,
    component: Name,
  };
}

function beforeColumn(before: Map<string, string>, words: ScoringTexts): GridColumn {
  return {
    id: "before",
    title: <Heading name={words.lastMonth} />,
    basis: 50,
    grow: 0,
    shrink: 0,
    minWidth: 50,
    disabled: true,
    component: memo(function Before({ rowData }: CellProps<Line, unknown>) {
      return <span className="sheet-before">{before.get(rowData.row.staffNo) ?? "—"}</span>;
    }, sameLine),
    copyValue: ({ rowData }) => before.get(rowData.row.staffNo) ?? "",
  };
}

function sideColumn(rubric: Rubric, mode: Mode, words: ScoringTexts, mixed: boolean) {
  const Side = memo(function Side({ rowData }: CellProps<Line, unknown>) {
    return (
      <div className="sheet-side">
        <Standing line={rowData} rubric={rubric} mode={mode} words={words} mixed={mixed} />
      </div>
    );
  }, sameLine);
  return {
    title: <Heading name={words.sum} help={words.sumHelp} />,
    basis: 108,
    grow: 0,
    shrink: 0,
    minWidth: 108,
    component: Side,
  };
}

interface StandingProps {
  line: Line;
  rubric: Rubric;
  mode: Mode;
  words: ScoringTexts;
  /** Some people can still be scored: then it is said of the others that they are done. */
  mixed: boolean;
}

/** How the person stands: the score or the sum so far, and what is missing of the reasons. */
function Standing({ line, rubric, mode, words, mixed }: StandingProps) {
  const { row, entry, lock } = line;
  if (lock === "notAssessed" || lock === "notDue") {
    return (
      <Tooltip title={row.notAssessed ?? words.lockHelp[lock]}>
        <Tag style={{ marginInlineEnd: 0 }}>{words.locks[lock]}</Tag>
      </Tooltip>
    );
  }
  if (lock !== null) {
    return (
      <>
        <span className="sheet-small">{mixed && row.score !== null ? words.locks.submitted : ""}</span>
        <strong>{row.score ?? "—"}</strong>
      </>
    );
  }
  const { deducted, reasonless, sum } = check(entry, mode, rubric, byRule(row));
  const given = deducted.filter((code) => (entry.reasons[code] ?? "").trim() !== "").length;
  return (
    <>
      {reasonless.length > 0 ? (
        <span className="sheet-small sheet-wanting">
          {words.reasons} {words.reasonsLeft(reasonless.length)}
        </span>
      ) : (
        <span className="sheet-small">
          {given > 0 ? `${words.reasons} ${words.reasonsGiven(given)}` : ""}
        </span>
      )}
      <strong>{sum ?? "—"}</strong>
    </>
  );
}
