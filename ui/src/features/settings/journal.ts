// The journal as a list to look through: what is found by which words, and what an act was about in short.
import type { JournalLine } from "../../bindings/bindings";

export interface JournalFilter {
  text: string;
  names: string[];
  kinds: string[];
  /** Days, `2026-07-01`, both included; null for open ends. */
  from: string | null;
  to: string | null;
}

export const EVERYTHING: JournalFilter = { text: "", names: [], kinds: [], from: null, to: null };

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

/** The lines that fit; `say` gives the words of a kind. */
export function filterLines(
  lines: JournalLine[],
  filter: JournalFilter,
  say: (kind: string) => string,
): JournalLine[] {
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const day = line.at.slice(0, 10);
    if (filter.from !== null && day < filter.from) return false;
    if (filter.to !== null && day > filter.to) return false;
    if (filter.names.length > 0 && !filter.names.includes(line.name)) return false;
    if (filter.kinds.length > 0 && !filter.kinds.includes(line.kind)) return false;
    if (words.length === 0) return true;
    const hay =
      `${line.seq} ${line.name} ${say(line.kind)} ${JSON.stringify(line.body)} ${line.hash}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}
