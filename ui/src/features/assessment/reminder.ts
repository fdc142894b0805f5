// 催办: the text that goes to a unit by WeChat or OA. It says which month lacks what, and never speaks of money.
import { type BoardLine, type Cell, waiting } from "./board";
import type { BoardTexts } from "./boardTexts";

/** People that are named; the rest is counted. */
const NAMED = 5;

function lacks(words: BoardTexts, cell: Cell): string {
  const month = words.monthLong(cell.month);
  if (cell.state === "scored") return words.remind.review(month);
  if (cell.state === "undeclared") return words.remind.undeclared(month);
  return words.remind.score(month, cell.missing.length, cell.missing.slice(0, NAMED));
}

/** What one unit is asked for; null where nothing is. */
export function reminder(
  words: BoardTexts,
  line: BoardLine,
  of: (cell: Cell) => boolean = waiting,
): string | null {
  const cells = line.cells.filter(of);
  if (cells.length === 0) return null;
  return words.remind.unit(
    line.name,
    cells.map((cell) => lacks(words, cell)),
  );
}

/** One text for several units, a line for each; null where nothing is asked of any. */
export function reminders(
  words: BoardTexts,
  lines: BoardLine[],
  of: (cell: Cell) => boolean = waiting,
): string | null {
  const asked = lines.flatMap((line) => {
    const cells = line.cells.filter(of).map((cell) => lacks(words, cell));
    return cells.length === 0 ? [] : [words.remind.line(line.name, cells)];
  });
  return asked.length === 0 ? null : words.remind.all(asked);
}
