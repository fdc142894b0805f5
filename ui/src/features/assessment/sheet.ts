// The scoring sheet as one types it: what stands in each cell, what is wrong with it, and what is submitted in the end.
import type { ScoreInput, UnitMonthView } from "../../bindings/bindings";
import { cleaned, FULL, known, pointsText, type Problem, readPoints } from "./points";
import type { Rubric, RubricItem } from "./rubric";

/** 按项填分, 扣分录入, 只填总分. */
export type Mode = "points" | "deductions" | "total";
export type Row = UnitMonthView["rows"][number];

/** What was typed for one person. Cells hold the text as typed, also where it is no number. */
export interface Entry {
  /** By item: points, or with 扣分录入 the points taken off. */
  cells: Record<string, string>;
  total: string;
  reasons: Record<string, string>;
  evidence: Record<string, string>;
  note: string;
}

/** Why a person's row cannot be typed into. */
export type Lock = "readOnly" | "notDue" | "notAssessed" | "submitted";

export interface Line {
  row: Row;
  entry: Entry;
  lock: Lock | null;
}

/** What a line still lacks, and what it adds up to. */
export interface Check {
  /** Items without points. */
  missing: string[];
  bad: { code: string; problem: Problem }[];
  /** Deducted items whose reason the rubric asks for. */
  reasonless: string[];
  /** Items with a deduction, or a veto. */
  deducted: string[];
  /** What it adds up to for the eye; null while something is missing or wrong. */
  sum: string | null;
}

export const TOTAL = "total";
/** What 一票否决 is written as. */
export const YES = "是";

/** Points of the items that follow from the month's tickets: what an empty cell of theirs stands for. */
export type ByRule = ReadonlyMap<string, string>;

const NOTHING: ByRule = new Map();

/** What the rubric computes for a person. */
export function byRule({ computed }: Pick<Row, "computed">): ByRule {
  if (computed.length === 0) return NOTHING;
  return new Map(computed.flatMap(({ code, points }) => (points === null ? [] : [[code, points] as const])));
}

export function emptyEntry(): Entry {
  return { cells: {}, total: "", reasons: {}, evidence: {}, note: "" };
}

/** What stands in a person's row before anybody types: what was submitted, else nothing. */
export function entryOf(row: Row, mode: Mode, rubric: Rubric): Entry {
  const entry = emptyEntry();
  entry.note = row.note ?? "";
  if (row.score === null) return entry;
  entry.total = row.score;
  for (const given of row.items) {
    const item = rubric.items.find(({ code }) => code === given.code);
    if (item === undefined) continue;
    // What was computed is computed again where it can be changed; it says itself why.
    if (row.computed.some(({ code, followed }) => code === item.code && followed)) continue;
    entry.cells[item.code] = item.veto
      ? known(given.points) === 0n
        ? ""
        : YES
      : mode === "deductions"
        ? converted(given.points, item)
        : given.points;
    if (given.reason !== null) entry.reasons[item.code] = given.reason;
    if (given.evidence !== null) entry.evidence[item.code] = given.evidence;
  }
  return entry;
}

/** The entry with the points that a rule proposes for some items, and why; what was typed for the others stays. */
export function withProposed(
  entry: Entry,
  proposed: { code: string; points: string; reason: string }[],
  mode: Mode,
  rubric: Rubric,
): Entry {
  const next = { ...entry, cells: { ...entry.cells }, reasons: { ...entry.reasons } };
  for (const { code, points, reason } of proposed) {
    const item = rubric.items.find((known) => known.code === code);
    if (item === undefined) continue;
    next.cells[code] = mode === "deductions" ? converted(points, item) : points;
    next.reasons[code] = reason;
  }
  return next;
}

/** Points into points taken off, and back: full marks are written as nothing taken off. What is no number stays as it is. */
function converted(text: string, item: RubricItem, to: Mode = "deductions"): string {
  const max = known(item.max);
  if (text.trim() === "") return to === "points" ? item.max : "";
  const value = readPoints(to === "points" ? text.replace(/^\s*[-−–]/, "") : text);
  if (typeof value !== "bigint" || value > max) return text;
  return to === "deductions" && value === max ? "" : pointsText(max - value);
}

/** The same input in another way of entering. */
export function inMode(entry: Entry, from: Mode, to: Mode, rubric: Rubric, rules = NOTHING): Entry {
  const [was, is] = [from === "deductions", to === "deductions"];
  if (was === is) return entry;
  const cells: Record<string, string> = {};
  for (const item of rubric.items) {
    const text = entry.cells[item.code] ?? "";
    const stays = item.veto || (text.trim() === "" && rules.has(item.code));
    cells[item.code] = stays ? text : converted(text, item, is ? "deductions" : "points");
  }
  return { ...entry, cells };
}

/** The way of entering that a month opens with. */
export function firstMode(rows: Row[], rubric: Rubric): Mode {
  if (rubric.items.length === 0) return TOTAL;
  const given = rows.filter(({ score }) => score !== null);
  return given.length > 0 && given.every(({ items }) => items.length === 0) ? TOTAL : "points";
}

/** What a pasted or typed text becomes in a cell of the item. */
export function typed(text: string, item: RubricItem | null): string {
  const short = cleaned(text);
  if (item?.veto !== true) return short;
  if (/^(是|1|y|yes|true|√|✓)$/i.test(short)) return YES;
  return /^(否|0|n|no|false|-)?$/i.test(short) ? "" : short;
}

/** What is wrong with one cell; an empty one is not wrong, only not done. */
export function problemOf(text: string, item: RubricItem | null, mode: Mode): Problem | null {
  if (text.trim() === "") return null;
  if (item?.veto === true) return text === YES ? null : "notNumber";
  const value = readPoints(mode === "deductions" ? text.replace(/^\s*[-−–]/, "") : text);
  if (typeof value !== "bigint") return value;
  return value > (item === null ? FULL : known(item.max)) ? "above" : null;
}

/** Points taken off an item; null while its cell says nothing that can be counted. */
export function deductionOf(text: string, item: RubricItem, mode: Mode): bigint | null {
  if (item.veto) return text === YES ? 1n : 0n;
  if (text.trim() === "") return mode === "deductions" ? 0n : null;
  if (problemOf(text, item, mode) !== null) return null;
  const value = known(text.replace(/^\s*[-−–]/, ""));
  return mode === "deductions" ? value : known(item.max) - value;
}

export function check(entry: Entry, mode: Mode, rubric: Rubric, rules: ByRule = NOTHING): Check {
  const found: Check = { missing: [], bad: [], reasonless: [], deducted: [], sum: null };
  if (mode === TOTAL) {
    const problem = problemOf(entry.total, null, mode);
    if (problem !== null) found.bad.push({ code: TOTAL, problem });
    else if (entry.total.trim() === "") found.missing.push(TOTAL);
    else found.sum = pointsText(known(entry.total));
    return found;
  }
  let sum = 0n;
  let vetoed = false;
  for (const item of rubric.items) {
    const text = entry.cells[item.code] ?? "";
    const computed = rules.get(item.code);
    if (computed !== undefined && text.trim() === "") {
      sum += known(computed);
      continue;
    }
    const problem = problemOf(text, item, mode);
    const deduction = deductionOf(text, item, mode);
    if (problem !== null) found.bad.push({ code: item.code, problem });
    else if (deduction === null) found.missing.push(item.code);
    if (deduction === null) continue;
    if (!item.veto) sum += known(item.max) - deduction;
    if (computed !== undefined) {
      // Another number than the computed one wants a reason, whichever way it goes.
      if (known(item.max) - deduction === known(computed)) continue;
      found.deducted.push(item.code);
      if ((entry.reasons[item.code] ?? "").trim() === "") found.reasonless.push(item.code);
      continue;
    }
    if (deduction === 0n) continue;
    vetoed ||= item.veto;
    found.deducted.push(item.code);
    if (item.needsReason && (entry.reasons[item.code] ?? "").trim() === "") found.reasonless.push(item.code);
  }
  if (found.missing.length === 0 && found.bad.length === 0) found.sum = vetoed ? "0" : pointsText(sum);
  return found;
}

/** Nothing is missing or wrong any more. */
export function ready({ missing, bad, reasonless }: Check): boolean {
  return missing.length + bad.length + reasonless.length === 0;
}

/** One person's score as the use case takes it. */
export function scoreInput(
  staffNo: string,
  entry: Entry,
  mode: Mode,
  rubric: Rubric,
  rules: ByRule = NOTHING,
): ScoreInput {
  const note = given(entry.note);
  if (mode === TOTAL) return { staffNo, score: pointsText(known(entry.total)), items: [], note };
  const items = rubric.items.flatMap((item) => {
    const text = entry.cells[item.code] ?? "";
    const computed = rules.get(item.code);
    // The core fills in what it computes.
    if (computed !== undefined && text.trim() === "") return [];
    const deduction = deductionOf(text, item, mode) ?? 0n;
    // Who is not vetoed has nothing in that column.
    if (item.veto && deduction === 0n) return [];
    const points = item.veto ? "1" : pointsText(known(item.max) - deduction);
    const [reason, evidence] =
      deduction === 0n && computed === undefined
        ? [null, null]
        : [given(entry.reasons[item.code]), given(entry.evidence[item.code])];
    return [{ code: item.code, points, reason, evidence }];
  });
  return { staffNo, score: null, items, note };
}

function given(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}
