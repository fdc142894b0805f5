// The columns of the scoring sheet for react-datasheet-grid: one for each item, or one for the total and its note.
import { Tooltip } from "antd";
import { memo, useCallback, useRef } from "react";
import { type CellProps, type Column, createTextColumn } from "react-datasheet-grid";
import { known, readPoints } from "./points";
import { problemText } from "./problemText";
import type { Rubric, RubricItem } from "./rubric";
import { byRule, deductionOf, type Line, type Mode, problemOf, typed } from "./sheet";
import type { ScoringTexts } from "./texts";

export type GridColumn = Partial<Column<Line, CellData, string>>;

/** What a cell needs to know of its column. */
interface CellData {
  item: RubricItem | null;
  /** What the column is called. */
  name: string;
  mode: Mode;
  words: ScoringTexts;
  read: (line: Line) => string;
  write: (line: Line, text: string) => Line;
  /** What an empty cell stands for: points that follow from the month's tickets. */
  computed?: (line: Line) => string | undefined;
}

// What is typed counts when the cell is left, like in Excel: then one step back is one cell.
const NUMBER = createTextColumn<string>({ alignRight: true, continuousUpdates: false, deletedValue: "" });
const TEXT = createTextColumn<string>({ continuousUpdates: false, deletedValue: "" });
const DEDUCTION = createTextColumn<string>({
  alignRight: true,
  continuousUpdates: false,
  deletedValue: "",
  formatBlurredInput: (text) => (typeof readPoints(text) === "bigint" && text !== "0" ? `−${text}` : text),
});
type Inner = typeof NUMBER;

/** The sheet hands new callbacks to every cell whenever another row is chosen; only these make a cell look different. */
function sameCell(a: CellProps<Line, CellData>, b: CellProps<Line, CellData>): boolean {
  return (
    a.rowData === b.rowData &&
    a.active === b.active &&
    a.focus === b.focus &&
    a.columnData === b.columnData &&
    a.setRowData === b.setRowData
  );
}

function cell(inner: Inner) {
  const Text = inner.component;
  return memo(function Cell(props: CellProps<Line, CellData>) {
    const { rowData: line, setRowData, columnData, ...rest } = props;
    const { item, name, mode, words, read, write, computed } = columnData;
    const latest = useRef({ line, setRowData, write });
    latest.current = { line, setRowData, write };
    const set = useCallback((text: string | null) => {
      const now = latest.current;
      now.setRowData(now.write(now.line, text ?? ""));
    }, []);
    if (Text === undefined) return <></>;
    const text = read(line);
    const problem = inner === NUMBER ? problemOf(text, item, mode) : null;
    // 扣分录入 shows the full marks that stand, and what is typed with its minus.
    const deducting = inner === NUMBER && mode === "deductions" && item !== null && !item.veto;
    const stands = computed?.(line) ?? (deducting ? item.max : undefined);
    // The library's own input has no way to be given a name.
    const named = (span: HTMLSpanElement | null) =>
      span?.querySelector("input")?.setAttribute("aria-label", `${line.row.name} ${name}`);
    const field = (
      <span style={{ display: "contents" }} ref={named}>
        {text === "" && !props.focus && stands !== undefined ? (
          <span className="sheet-full" title={words.work.title}>
            {stands}
          </span>
        ) : null}
        <Text
          {...rest}
          rowData={text}
          setRowData={set}
          columnData={(deducting ? DEDUCTION.columnData : inner.columnData) as never}
        />
      </span>
    );
    if (problem === null) return field;
    return (
      <Tooltip title={problemText(words, problem, item, mode)}>
        <span className="sheet-field">{field}</span>
      </Tooltip>
    );
  }, sameCell);
}

const NumberCell = cell(NUMBER);
const TextCell = cell(TEXT);

function column(data: CellData, more: GridColumn, text = false): GridColumn {
  const clean = (value: string) => (text ? value.replaceAll(/\s+/g, " ").trim() : typed(value, data.item));
  return {
    ...more,
    component: text ? TextCell : NumberCell,
    columnData: data,
    disabled: ({ rowData }) => rowData.lock !== null,
    copyValue: ({ rowData }) => data.read(rowData),
    deleteValue: ({ rowData }) => data.write(rowData, ""),
    // A row that is shorter than the first leaves what stands in the cells it does not reach.
    pasteValue: ({ rowData, value }) =>
      typeof value === "string" ? data.write(rowData, clean(value)) : rowData,
    isCellEmpty: ({ rowData }) => data.read(rowData) === "",
  };
}

/** One item's column. */
export function itemColumn(item: RubricItem, mode: Mode, words: ScoringTexts): GridColumn {
  const read = (line: Line) => line.entry.cells[item.code] ?? "";
  const write = (line: Line, text: string): Line => ({
    ...line,
    entry: { ...line.entry, cells: { ...line.entry.cells, [item.code]: typed(text, item) } },
  });
  const computed = (line: Line) => byRule(line.row).get(item.code);
  return column(
    { item, name: item.name, mode, words, read, write, computed },
    {
      id: item.code,
      title: (
        <Heading
          name={item.name}
          below={item.veto ? "" : words.full(item.max)}
          help={item.veto ? words.veto : item.work ? words.work.help(item.name) : item.name}
        />
      ),
      basis: 54,
      grow: 1,
      shrink: 0,
      minWidth: 54,
      cellClassName: ({ rowData }) => {
        const text = read(rowData);
        const stands = text.trim() === "" ? computed(rowData) : undefined;
        if (stands !== undefined) return known(stands) < known(item.max) ? "sheet-deducted" : "";
        if (problemOf(text, item, mode) !== null) return "sheet-bad";
        return (deductionOf(text, item, mode) ?? 0n) > 0n ? "sheet-deducted" : "";
      },
    },
  );
}

function totalColumns(words: ScoringTexts): GridColumn[] {
  const total: CellData = {
    item: null,
    name: words.total,
    mode: "total",
    words,
    read: ({ entry }) => entry.total,
    write: (line, text) => ({ ...line, entry: { ...line.entry, total: typed(text, null) } }),
  };
  const note: CellData = {
    ...total,
    name: words.note,
    read: ({ entry }) => entry.note,
    write: (line, text) => ({ ...line, entry: { ...line.entry, note: text } }),
  };
  return [
    column(total, {
      id: "total",
      title: <Heading name={words.total} below={words.full("100")} />,
      basis: 96,
      grow: 0,
      minWidth: 80,
      cellClassName: ({ rowData }) =>
        problemOf(rowData.entry.total, null, "total") === null ? "" : "sheet-bad",
    }),
    column(note, { id: "note", title: <Heading name={words.note} />, basis: 240, grow: 3 }, true),
  ];
}

export function columnsOf(rubric: Rubric, mode: Mode, words: ScoringTexts): GridColumn[] {
  if (mode === "total") return totalColumns(words);
  return rubric.items.map((item) => itemColumn(item, mode, words));
}

export function Heading({ name, below = "", help }: { name: string; below?: string; help?: string }) {
  return (
    <div className="sheet-heading" title={help}>
      <span>{name}</span>
      {below === "" ? null : <small>{below}</small>}
    </div>
  );
}
