// The places of a file or a form that are not as they should be, each in a sentence: where, what, and what it should be.
import { type Language, message } from "./words";

/** Places that are shown; whoever has more of them corrects the file in another program. */
const SHOWN = 200;

interface BadCell {
  file: string;
  sheet: string | null;
  row: number;
  staffNo?: string;
  column: string;
  value: string;
  /** By the sheet: what the cell should have held. */
  expected?: { code: string };
  /** By a rule: why what it holds cannot be. */
  reason?: { code: string; params: Record<string, unknown> };
}

/** The sentences; none where the refusal names no cells. */
export function badCells(language: Language, params: Record<string, unknown>): string[] {
  const cells = Array.isArray(params.cells) ? (params.cells as BadCell[]) : [];
  const said = cells.slice(0, SHOWN).map((cell) => sentence(language, cell));
  return cells.length > SHOWN ? [...said, message(language, "andMore", { count: cells.length })] : said;
}

function sentence(language: Language, cell: BadCell): string {
  const { row, column, value, expected, reason } = cell;
  const place = [cell.file, cell.sheet, cell.staffNo].filter(Boolean).join(" ");
  const why = expected
    ? message(language, `expected.${expected.code}`, { ...expected })
    : message(language, reason?.code ?? "internal", reason?.params ?? {});
  const pattern = expected ? "badCell.expected" : "badCell.reason";
  return message(language, pattern, { place, row, column, value, reason: why }).trim();
}
