// A block of cells between the grid and a spreadsheet: what is pasted, what is copied, what is chosen.
import type { AttendanceRow, CorrectionInput, DayHead } from "../../bindings/bindings";

/** A corner of what is chosen: places of a person and of a day. */
export interface Corner {
  row: number;
  column: number;
}

/** What is chosen, from the first to the last row and column, both included. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function rangeOf(a: Corner, b: Corner): Range {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** The cells of a block of text: lines by tabs. A line feed inside quotation marks, as Excel writes it, parts no lines. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
  for (let i = 0; i < plain.length; i += 1) {
    const c = plain[i];
    if (quoted && c === '"' && plain[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (c === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && (c === "\t" || c === "\n")) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (c === "\n") rows.push([]);
    } else cell += c;
  }
  rows.at(-1)?.push(cell);
  return rows;
}

export interface Pasted {
  rows: CorrectionInput[];
  /** Cells that lie beyond the grid. */
  cut: number;
}

/** The days that a pasted block sets, from a corner on; one cell fills all that is chosen. Empty cells set nothing. */
export function pasted(text: string, range: Range, people: AttendanceRow[], days: DayHead[]): Pasted {
  let cells = cellsOf(text);
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  if (only !== undefined) {
    const width = range.right - range.left + 1;
    cells = Array.from({ length: range.bottom - range.top + 1 }, () => Array<string>(width).fill(only));
  }
  const found: Pasted = { rows: [], cut: 0 };
  cells.forEach((line, down) =>
    line.forEach((cell, across) => {
      if (cell.trim() === "") return;
      const person = people[range.top + down];
      const day = days[range.left + across];
      if (person === undefined || day === undefined) found.cut += 1;
      else found.rows.push({ staffNo: person.staffNo, day: day.day, text: cell.trim() });
    }),
  );
  return found;
}

/** The chosen cells as text for a spreadsheet. */
export function copied(range: Range, people: AttendanceRow[]): string {
  return people
    .slice(range.top, range.bottom + 1)
    .map(({ marks }) =>
      marks
        .slice(range.left, range.right + 1)
        .map(({ text }) => text)
        .join("\t"),
    )
    .join("\n");
}
