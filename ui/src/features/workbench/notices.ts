// What the desktop is told of: things due today and tickets that are late, each at most once a day.
import { type DueLine, TOLD_DAILY } from "./due";

/** What the desktop was told of on a day. */
export interface Told {
  day: string;
  keys: string[];
}

/** The lines to tell of now, and what has then been told. `who`: the ledger and account that they are for. */
export function notices(lines: DueLine[], today: string, who: string, told: Told | null): [DueLine[], Told] {
  const known = told?.day === today ? told.keys : [];
  const keyOf = (line: DueLine) => `${who} ${line.key}`;
  const tells = (line: DueLine) => line.by === today || TOLD_DAILY.has(line.task);
  const now = lines.filter((line) => tells(line) && !known.includes(keyOf(line)));
  return [now, { day: today, keys: [...known, ...now.map(keyOf)] }];
}
