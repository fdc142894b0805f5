// What the desktop is told of: things due today, each at most once a day.
import type { DueLine } from "./due";

/** What the desktop was told of on a day. */
export interface Told {
  day: string;
  keys: string[];
}

/** The lines to tell of now, and what has then been told. `who`: the ledger and account that they are for. */
export function notices(lines: DueLine[], today: string, who: string, told: Told | null): [DueLine[], Told] {
  const known = told?.day === today ? told.keys : [];
  const keyOf = (line: DueLine) => `${who} ${line.key}`;
  const now = lines.filter((line) => line.by === today && !known.includes(keyOf(line)));
  return [now, { day: today, keys: [...known, ...now.map(keyOf)] }];
}
