// How long a term is, as the screen writes it and as the core reads it.
import type { TermLength } from "../../bindings/bindings";
import type { zhCN } from "./texts";

export type LengthUnit = "workingDays" | "days" | "months" | "minutes";
export const LENGTH_UNITS: LengthUnit[] = ["workingDays", "days", "months", "minutes"];

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
