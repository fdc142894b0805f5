// What a month of attendance comes to, in a few words.
import type { AttendanceTotalsView } from "../../bindings/bindings";
import type { AttendanceTexts } from "./texts";

/** `迟到 2 次（31 分钟）`, `旷工 1 天`; one text where there is nothing to find fault with. */
export function saidOf(words: AttendanceTexts, totals: AttendanceTotalsView): string[] {
  const parts: string[] = [];
  if (totals.late > 0) parts.push(words.late_(totals.late, totals.lateMinutes));
  if (totals.early > 0) parts.push(words.early_(totals.early, totals.earlyMinutes));
  if (totals.missing > 0) parts.push(words.missing_(totals.missing));
  if (totals.absent !== "0") parts.push(words.absent_(totals.absent));
  if (totals.clean && totals.unrecorded === "0") parts.push(words.clean);
  if (totals.away !== "0") parts.push(words.away_(totals.away));
  if (totals.overtime !== "0") parts.push(words.overtime_(totals.overtime));
  if (totals.unrecorded !== "0") parts.push(words.unrecorded_(totals.unrecorded));
  return parts;
}
