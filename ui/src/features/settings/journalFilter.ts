// The journal as a list to look through: what is asked for, and what an act was about in short.
import type { Journal } from "../../bindings/bindings";

export interface JournalFilter {
  text: string;
  account: string | null;
  kinds: string[];
  /** Days, `2026-07-01`, both included; null for open ends. */
  from: string | null;
  to: string | null;
}

export const EVERYTHING: JournalFilter = { text: "", account: null, kinds: [], from: null, to: null };

/** Keys of a body that say what an act was about, most telling first. */
const TELLING = [
  "unit",
  "quarter",
  "month",
  "staffNo",
  "account",
  "party",
  "score",
  "number",
  "amount",
  "name",
  "reason",
  "text",
];

interface Field {
  /** From the outside in. */
  path: string[];
  value: string;
}

/** Every value of a body with the way to it. */
export function fieldsOf(body: unknown, path: string[] = []): Field[] {
  if (body === null || body === undefined) return [];
  if (Array.isArray(body)) {
    const simple = body.every((item) => typeof item !== "object" || item === null);
    if (simple) return body.length === 0 ? [] : [{ path, value: body.join(", ") }];
    // A list of small records reads better with one line for each.
    if (body.every(isFlat)) {
      return body.map((item, index) => ({
        path: [...path, String(index + 1)],
        value: Object.values(item)
          .filter((value) => value !== null)
          .join(" · "),
      }));
    }
    return body.flatMap((item, index) => fieldsOf(item, [...path, String(index + 1)]));
  }
  if (typeof body === "object") {
    return Object.entries(body).flatMap(([key, value]) => fieldsOf(value, [...path, key]));
  }
  return [{ path, value: String(body) }];
}

function isFlat(item: unknown): item is Record<string, unknown> {
  return (
    typeof item === "object" &&
    item !== null &&
    !Array.isArray(item) &&
    Object.values(item).every((value) => typeof value !== "object" || value === null)
  );
}

/** What an act was about: its telling values by their keys. */
export function gistOf(body: unknown): { key: string; value: string }[] {
  // What stands in lists is detail.
  const fields = fieldsOf(body).filter(({ path }) => !path.some((key) => /^\d+$/.test(key)));
  return TELLING.flatMap((key) => {
    const found = fields.find(({ path }) => path.at(-1) === key);
    return found === undefined ? [] : [{ key, value: found.value }];
  });
}

/** What the program is asked for, but for where a page begins. */
export function journalRequest(filter: JournalFilter, limit: number): Journal {
  const text = filter.text.trim();
  return {
    limit,
    account: filter.account,
    kinds: filter.kinds,
    from: filter.from,
    to: filter.to,
    text: text === "" ? null : text,
  };
}
