// From the form of special days to what the program is asked to record.
import type { DayChange, RecordCalendar } from "../../bindings/bindings";

export interface DayFields {
  /** First and last, both included: `2026-10-01`. */
  days: [string, string];
  kind: "holiday" | "working";
  name?: string;
}

const DAY_MS = 86_400_000;
/** A slip of the month or year must not record hundreds of days. */
const MOST = 31;

/** Whether a stretch of days is short enough to be meant. */
export function isMeant([first, last]: [string, string]): boolean {
  return Date.parse(last) - Date.parse(first) < MOST * DAY_MS;
}

export function requestOf({ days: [first, last], kind, name }: DayFields): RecordCalendar {
  const days: DayChange[] = [];
  const end = Date.parse(last);
  for (let at = Date.parse(first); at <= end; at += DAY_MS) {
    days.push({ day: new Date(at).toISOString().slice(0, 10), kind, name: name?.trim() ?? "" });
  }
  return { days };
}
