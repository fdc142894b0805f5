// The places of a file or a form that are not as they should be, each in a sentence: where, what, and what it should be.
import { type Language, message } from "./words";

/** Places that are shown; whoever has more of them corrects the file in another program. */
const SHOWN = 200;

export interface BadCell {
  file: string;
  sheet: string | null;
  row: number;
  staffNo?: string;
  column: string;
  /** The column as spreadsheet programs letter it. */
  letters?: string;
  value: string;
  /** By the sheet: what the cell should have held. */
  expected?: { code: string };
  /** By a rule: why what it holds cannot be. */
  reason?: { code: string; params: Record<string, unknown> };
}

/** One place as a line of a table. */
export interface BadCellRow {
  key: number;
  /** Sheet of the workbook, or the person, where there is one. */
  place: string;
  row: number;
  /** With its letter in front, as one finds it in Excel. */
  column: string;
  value: string;
  why: string;
}

/** Every place, as lines of a table; none where the refusal names no cells. */
export function badCellRows(language: Language, params: Record<string, unknown>): BadCellRow[] {
  const cells = Array.isArray(params.cells) ? (params.cells as BadCell[]) : [];
  return cells.map((cell, key) => ({
    key,
    place: [cell.sheet, cell.staffNo].filter(Boolean).join(" "),
    row: cell.row,
    column: cell.letters === undefined ? cell.column : `${cell.letters} ${cell.column}`,
    value: cell.value,
    why: reasonOf(language, cell),
  }));
}

/** The sentences; none where the refusal names no cells. */
export function badCells(language: Language, params: Record<string, unknown>): string[] {
  const cells = Array.isArray(params.cells) ? (params.cells as BadCell[]) : [];
  const said = cells.slice(0, SHOWN).map((cell) => sentence(language, cell));
  return cells.length > SHOWN ? [...said, message(language, "andMore", { count: cells.length })] : said;
}

function sentence(language: Language, cell: BadCell): string {
  const { row, column, value, expected } = cell;
  const place = [cell.file, cell.sheet, cell.staffNo].filter(Boolean).join(" ");
  const why = reasonOf(language, cell);
  const pattern = expected ? "badCell.expected" : "badCell.reason";
  return message(language, pattern, { place, row, column, value, reason: why }).trim();
}

function reasonOf(language: Language, { expected, reason }: BadCell): string {
  return expected
    ? message(language, `expected.${expected.code}`, { ...expected })
    : message(language, reason?.code ?? "internal", reason?.params ?? {});
}
