// What the opportunities are narrowed to, as the core is asked for it.
import type { Opportunities } from "../../bindings/bindings";

export const SCOPES = ["open", "ended", "all", "voided"] as const;
export type Scope = (typeof SCOPES)[number];
const ENDED: Record<Scope, boolean | null> = { open: false, ended: true, all: null, voided: null };

/** What is told of a checkpoint: its day is past, or near. */
export const TOLD = ["overdue", "soon"] as const;
export type Told = (typeof TOLD)[number];

export interface OpportunityFilter {
  /** Of the list; the board shows what is open. */
  scope: Scope;
  /** Of that unit; of all that one sees where null. */
  unit: string | null;
  class: string | null;
  /** For which that engineer is responsible, by staff number. */
  engineer: string | null;
  /** With a checkpoint that is told of. */
  checkpoint: Told | null;
  /** Of that customer. */
  customer: string | null;
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
  return {
    scope: "open",
    unit,
    class: null,
    engineer: null,
    checkpoint: null,
    customer: null,
    text: "",
    ...FIRST_SORT,
  };
}

/** Whether something beside scope and unit narrows the list. */
export function isNarrowed({
  class: kind,
  engineer,
  checkpoint,
  customer,
  text,
}: OpportunityFilter): boolean {
  return [kind, engineer, checkpoint, customer].some((one) => one !== null) || text.trim() !== "";
}

/** The request of a list, without the page of it. */
export function opportunitiesRequest(filter: OpportunityFilter): Omit<Opportunities, "offset" | "limit"> {
  return {
    unit: filter.unit,
    stages: [],
    ended: ENDED[filter.scope],
    voided: filter.scope === "voided",
    class: filter.class,
    engineer: filter.engineer,
    customer: filter.customer,
    checkpoint: filter.checkpoint,
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
