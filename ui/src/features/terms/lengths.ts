// How long a term is, as the screen writes it and as the core reads it.
import type { DeadlineRuleBody, TermLength } from "../../bindings/bindings";
import type { zhCN } from "./texts";

export type LengthUnit = "workingDays" | "days" | "months" | "minutes";
const LENGTH_UNITS: LengthUnit[] = ["workingDays", "days", "months", "minutes"];

/** In what a term may be given: minutes only before something that has an hour. */
export function unitsFor(direction: DeadlineRuleBody["direction"]): LengthUnit[] {
  return LENGTH_UNITS.filter((unit) => unit !== "minutes" || direction === "before");
}

/** Number and unit; null where the type of what is done says it. */
export function partsOf(length: TermLength): { count: number; unit: LengthUnit } | null {
  if (length === "byType") return null;
  const [unit, count] = Object.entries(length)[0] as [LengthUnit, number];
  return { count, unit };
}

export function lengthOf(count: number, unit: LengthUnit): TermLength {
  return { [unit]: count } as unknown as TermLength;
}

export function lengthWords(length: TermLength, { lengths }: Pick<typeof zhCN, "lengths">): string {
  const parts = partsOf(length);
  return parts === null ? lengths.byType : lengths[parts.unit](parts.count);
}
