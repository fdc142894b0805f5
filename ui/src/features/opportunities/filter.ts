// What the opportunities are narrowed to, as the core is asked for it.
import type { Opportunities } from "../../bindings/bindings";

export const SCOPES = ["open", "ended", "all"] as const;
export type Scope = (typeof SCOPES)[number];
const ENDED: Record<Scope, boolean | null> = { open: false, ended: true, all: null };

export interface OpportunityFilter {
  /** Of the list; the board shows what is open. */
  scope: Scope;
  /** Of that unit; of all that one sees where null. */
  unit: string | null;
  class: string | null;
  /** For which that engineer is responsible, by staff number. */
  engineer: string | null;
  /** Words of number, project, customer. */
  text: string;
  /** What the core sorts by. */
  by: string;
  descending: boolean;
}

/** Column by column, what the core sorts by. */
export const SORTS: Record<string, string> = {
  opportunity: "number",
  amount: "amount",
  expectedOn: "expected",
  inStage: "since",
};
/** The newest first. */
export const FIRST_SORT = { by: "number", descending: true };

/** Everything that is open, of a unit or of all. */
export function wholePipeline(unit: string | null): OpportunityFilter {
  return { scope: "open", unit, class: null, engineer: null, text: "", ...FIRST_SORT };
}

/** Whether something beside scope and unit narrows the list. */
export function isNarrowed({ class: kind, engineer, text }: OpportunityFilter): boolean {
  return kind !== null || engineer !== null || text.trim() !== "";
}

/** The request of a list, without the page of it. */
export function opportunitiesRequest(filter: OpportunityFilter): Omit<Opportunities, "offset" | "limit"> {
  return {
    unit: filter.unit,
    stages: [],
    ended: ENDED[filter.scope],
    class: filter.class,
    engineer: filter.engineer,
    customer: null,
    text: filter.text.trim(),
    sort: filter.by,
    descending: filter.descending,
  };
}

/** A filter as it was kept. */
export function readFilter(kept: object): OpportunityFilter | null {
  const scope = "scope" in kept ? SCOPES.find((name) => name === kept.scope) : undefined;
  return scope === undefined ? null : { ...wholePipeline(null), ...kept, scope };
}
