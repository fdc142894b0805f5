// What a list of tickets is narrowed to, as the core is asked for it, and the views that a user keeps under a name.
import type { Tickets } from "../../bindings/bindings";

export const SCOPES = ["open", "soon", "overdue", "unassigned", "ended", "all"] as const;
/** What the account's role has heard of: reached from 工作台, and shown while it lasts. */
export type Scope = (typeof SCOPES)[number] | "escalated" | "refused" | "follow";

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

/** A filter that the user kept. */
export interface SavedView {
  name: string;
  filter: TicketFilter;
}

/** Names are shown on one line. */
export const LONGEST_NAME = 20;

function isView(value: unknown): value is SavedView {
  if (typeof value !== "object" || value === null || !("name" in value) || !("filter" in value)) return false;
  const { name, filter } = value;
  return (
    typeof name === "string" &&
    typeof filter === "object" &&
    filter !== null &&
    "scope" in filter &&
    SCOPE_NAMES.some((scope) => scope === filter.scope)
  );
}

/** The views kept under a key; what cannot be read is left out, and what an earlier program did not keep is as if not set. */
export function readViews(key: string): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept
      .filter(isView)
      .map(({ name, filter }) => ({ name, filter: { ...wholeList(null), ...filter } }));
  } catch {
    return [];
  }
}

export function keepViews(key: string, views: SavedView[]): void {
  if (views.length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(views));
}

/** The views with one more, in the place of another of that name. */
export function withView(views: SavedView[], name: string, filter: TicketFilter): SavedView[] {
  const kept = { name: name.trim().slice(0, LONGEST_NAME), filter };
  return views.some((view) => view.name === kept.name)
    ? views.map((view) => (view.name === kept.name ? kept : view))
    : [...views, kept];
}

/** The view that shows just this, if one does. */
export function viewOf(views: SavedView[], filter: TicketFilter): SavedView | undefined {
  const asked = JSON.stringify(ticketsRequest(filter));
  return views.find((view) => JSON.stringify(ticketsRequest(view.filter)) === asked);
}
