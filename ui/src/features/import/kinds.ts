// Kinds of tables, and which of them an account may import.
import { useMay } from "../../shared/session";

export const KINDS = [
  "assessments",
  "attendance",
  "tickets",
  "people",
  "units",
  "contract",
  "holidays",
  "standard",
] as const;
export type Kind = (typeof KINDS)[number];

export const SHEET_ENDINGS = ["xlsx", "csv", "xlsm"];

/** Scores, attendance and tickets are a unit's business; everything else is the province's. */
export function useImportable(): Kind[] {
  const may = useMay();
  const own = (kind: Kind) => kind === "assessments" || kind === "attendance";
  return KINDS.filter((kind) =>
    kind === "tickets" ? may("registerTicket") : own(kind) || may("issueRubric"),
  );
}
