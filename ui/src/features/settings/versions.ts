// Versions of the rubric and of the rules: what differs between two, and a new one of a form.

export type {
  RubricItemView as RubricItem,
  RubricView as Rubric,
  RuleSetView as RuleSet,
} from "../../bindings/bindings";

/** Newest first: later quarters before earlier ones, then later versions. */
export function newestFirst<T extends { version: number; from: string }>(versions: T[]): T[] {
  return [...versions].sort((a, b) => b.from.localeCompare(a.from) || b.version - a.version);
}

/** A line of a comparison; a side is null where that version has no such line. */
export interface Difference {
  key: string;
  label: string;
  old: string | null;
  now: string | null;
  changed: boolean;
}

export interface Line {
  key: string;
  label: string;
  text: string;
}

/** Both versions line by line: those of the newer one in its order, then what only the older has. */
export function compareLines(older: Line[], newer: Line[]): Difference[] {
  const before = new Map(older.map((line) => [line.key, line]));
  const now = new Set(newer.map(({ key }) => key));
  return [
    ...newer.map(({ key, label, text }) => {
      const old = before.get(key)?.text ?? null;
      return { key, label, old, now: text, changed: old !== text };
    }),
    ...older
      .filter(({ key }) => !now.has(key))
      .map(({ key, label, text }) => ({ key, label, old: text, now: null, changed: true })),
  ];
}

/** A share as people type it: "0.20" is "20". Moves the point, computes nothing. */
export function shareToPercent(share: string): string {
  return movePoint(share, 2);
}

/** What was typed as a percentage, as a share: "12.5" is "0.125". */
export function percentToShare(percent: string): string {
  return movePoint(percent, -2);
}

function movePoint(text: string, places: number): string {
  const [whole = "", decimals = ""] = text.trim().split(".");
  const digits = whole + decimals;
  if (!/^\d+$/.test(digits)) return text.trim();
  const at = whole.length + places;
  const padded = at <= 0 ? "0".repeat(1 - at) + digits : digits.padEnd(at, "0");
  const point = at <= 0 ? 1 : at;
  const before = padded.slice(0, point).replace(/^0+(?=\d)/, "");
  const after = padded.slice(point).replace(/0+$/, "");
  return after === "" ? before : `${before}.${after}`;
}

/** Quarters that a new version may begin with: this one and those to come. */
export function comingQuarters(today: string, count = 6): string[] {
  const year = Number(today.slice(0, 4));
  const first = Math.ceil(Number(today.slice(5, 7)) / 3) - 1;
  return Array.from(
    { length: count },
    (_, n) => `${year + Math.floor((first + n) / 4)}Q${((first + n) % 4) + 1}`,
  );
}
