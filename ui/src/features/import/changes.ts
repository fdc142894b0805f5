// Rows of a file against what is on record: which cells change.
import type { ImportView, PreviewLine } from "../../bindings/bindings";

export const CHANGES = ["new", "changed", "same"] as const;
export type Change = (typeof CHANGES)[number];

/** What stood in a cell, where the row changes it, and what the file says. */
export function changedCells(line: PreviewLine, column: number): [string | null, string] {
  const now = line.cells[column] ?? "";
  const before = line.before[column];
  return [line.change !== "changed" || before === undefined || before === now ? null : before, now];
}

/** Rows of the file that are new or change something; without a preview what was recorded, which may be more. */
export function rowsTaken({ preview, changed }: Pick<ImportView, "preview" | "changed">): number {
  return preview === null ? changed : preview.counts[0] + preview.counts[1];
}
