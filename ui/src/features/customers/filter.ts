// What the list of customers is narrowed to, as the core is asked for it.
import type { Customers } from "../../bindings/bindings";

export interface CustomerFilter {
  /** Of that unit; of all that one sees where null. */
  unit: string | null;
  sector: string | null;
  /** Words of number and name. */
  text: string;
}

/** Every customer, of a unit or of all. */
export function everyCustomer(unit: string | null): CustomerFilter {
  return { unit, sector: null, text: "" };
}

/** The request of a list, without the page of it. */
export function customersRequest({
  unit,
  sector,
  text,
}: CustomerFilter): Omit<Customers, "offset" | "limit"> {
  return { unit, sector, text: text.trim() };
}

/** A filter as it was kept. */
export function readFilter(kept: object): CustomerFilter | null {
  const sector = "sector" in kept ? kept.sector : undefined;
  if (typeof sector !== "string" && sector !== null) return null;
  return { ...everyCustomer(null), ...kept, sector };
}
