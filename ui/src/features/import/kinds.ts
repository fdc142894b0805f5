// Kinds of tables, and which of them an account may import.
import { useMay } from "../../shared/session";

export const KINDS = [
  "assessments",
  "attendance",
  "people",
  "units",
  "contract",
  "holidays",
  "standard",
] as const;
export type Kind = (typeof KINDS)[number];

export const SHEET_ENDINGS = ["xlsx", "csv", "xlsm"];

/** Scores and attendance are a unit's business; everything else is the province's. */
export function useImportable(): Kind[] {
  const may = useMay();
  return KINDS.filter((kind) => kind === "assessments" || kind === "attendance" || may("issueRubric"));
}
