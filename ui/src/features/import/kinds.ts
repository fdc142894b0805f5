// Kinds of tables, and which of them an account may import.
import { useMay } from "../../shared/session";

export const KINDS = [
  "assessments",
  "attendance",
  "tickets",
  "opportunities",
  "customers",
  "people",
  "units",
  "contract",
  "holidays",
  "standard",
] as const;
export type Kind = (typeof KINDS)[number];

export const SHEET_ENDINGS = ["xlsx", "csv", "xlsm"];

/** Of what a unit registers itself, the act that it must be allowed to do. */
const REGISTERS = {
  tickets: "registerTicket",
  opportunities: "registerOpportunity",
  customers: "registerCustomer",
} as const;

function registers(kind: Kind): kind is keyof typeof REGISTERS {
  return kind in REGISTERS;
}

/** Scores, attendance and what a unit registers are its business; everything else is the province's. */
export function useImportable(): Kind[] {
  const may = useMay();
  const own = (kind: Kind) => kind === "assessments" || kind === "attendance";
  return KINDS.filter((kind) => (registers(kind) ? may(REGISTERS[kind]) : own(kind) || may("issueRubric")));
}
