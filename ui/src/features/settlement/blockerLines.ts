// Blockers by kind; persons without a score are gathered to one line for a unit's month, where they are scored together.
import type { SettlementView } from "../../bindings/bindings";

export type Blocker = SettlementView["blockers"][number];

export interface Line {
  /** The first of those that the line stands for. */
  blocker: Blocker;
  count: number;
}

export function linesOf(blockers: Blocker[]): Map<string, Line[]> {
  const kinds = new Map<string, Map<string, Line>>();
  for (const blocker of blockers) {
    const lines = kinds.get(blocker.code) ?? new Map<string, Line>();
    kinds.set(blocker.code, lines);
    const key =
      blocker.code === "personNotScored"
        ? `${String(blocker.unit)}.${String(blocker.month)}`
        : JSON.stringify(blocker);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { blocker, count: 1 });
    else line.count += 1;
  }
  return new Map([...kinds].map(([code, lines]) => [code, [...lines.values()]]));
}
