// What a list of tickets is narrowed to, as the core is asked for it.
import type { Tickets } from "../../bindings/bindings";

export const SCOPES = ["open", "soon", "overdue", "unassigned", "ended", "all"] as const;
/** What the account's role has heard of: reached from 工作台, and shown while it lasts. */
export type Scope = (typeof SCOPES)[number] | "escalated" | "refused" | "follow" | "bid";

export interface TicketFilter {
  scope: Scope;
  /** Of that unit; of all that one sees where null. */
  unit: string | null;
  /** Of that type. */
  kind: string | null;
  /** For which that engineer is responsible, by staff number. */
  engineer: string | null;
  /** Words of number, title, customer. */
  text: string;
  /** What the core sorts by. */
  by: string;
  descending: boolean;
}

const OPEN = ["applied", "consented", "unassigned", "assigned", "running", "delivered", "confirmed"];
const ENDED = ["closed", "declined", "void"];
const STATES: Record<Scope, string[]> = {
  open: OPEN,
  soon: [],
  overdue: [],
  escalated: [],
  refused: [],
  follow: [],
  bid: [],
  unassigned: ["unassigned"],
  ended: ENDED,
  all: [],
};

export const SCOPE_NAMES = Object.keys(STATES) as Scope[];

/** What is told of their terms. */
const DUE: Partial<Record<Scope, string[]>> = {
  soon: ["soon"],
  overdue: ["overdue"],
  escalated: ["escalated"],
  refused: ["refused"],
  follow: ["follow"],
  bid: ["bid"],
};

/** Column by column, what the core sorts by. */
export const SORTS: Record<string, string> = { ticket: "number", dueOn: "due", receivedOn: "received" };
/** The newest first. */
export const FIRST_SORT = { by: "number", descending: true };

/** Everything that is open, of a unit or of all. */
export function wholeList(unit: string | null): TicketFilter {
  return { scope: "open", unit, kind: null, engineer: null, text: "", ...FIRST_SORT };
}

/** Whether something beside scope and unit narrows the list. */
export function isNarrowed({ kind, engineer, text }: TicketFilter): boolean {
  return kind !== null || engineer !== null || text.trim() !== "";
}

/** The request of a list, without the page of it. */
export function ticketsRequest(filter: TicketFilter): Omit<Tickets, "offset" | "limit"> {
  return {
    unit: filter.unit,
    states: STATES[filter.scope],
    kind: filter.kind,
    engineer: filter.engineer,
    due: DUE[filter.scope] ?? [],
    text: filter.text.trim(),
    sort: filter.by,
    descending: filter.descending,
  };
}

/** A filter as it was kept; what an earlier program did not keep is as if not set. */
export function readFilter(kept: object): TicketFilter | null {
  const scope = "scope" in kept ? SCOPE_NAMES.find((name) => name === kept.scope) : undefined;
  return scope === undefined ? null : { ...wholeList(null), ...kept, scope };
}
