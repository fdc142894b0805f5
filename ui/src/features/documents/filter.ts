// What the list of documents is narrowed to, as the core is asked for it.
import type { Documents } from "../../bindings/bindings";

/** How documents stand with their approval. */
const APPROVALS = ["running", "published", "returned", "withdrawn", "outdated"] as const;
export const STATES = [...APPROVALS, "expiring", "expired", "mine", "lent", "void", "all"] as const;
export type State = (typeof STATES)[number];

/** By what the core sorts, by the table's column. */
export const SORTS: Record<string, string> = { number: "number", filedOn: "filed", validUntil: "valid" };
export const FIRST_SORT = { by: "filed", descending: true };

export interface DocumentFilter {
  /** Of that unit; of all that one sees where null. */
  unit: string | null;
  category: string | null;
  kind: string | null;
  stage: string | null;
  /** What is not void where null. */
  state: State | null;
  /** What they hang on. */
  about: string | null;
  tag: string | null;
  from: string | null;
  to: string | null;
  text: string;
  by: string;
  descending: boolean;
}

/** Every document that is not void, the newest first. */
export function everyDocument(unit: string | null): DocumentFilter {
  return {
    unit,
    category: null,
    kind: null,
    stage: null,
    state: null,
    about: null,
    tag: null,
    from: null,
    to: null,
    text: "",
    ...FIRST_SORT,
  };
}

/** What hangs on one thing, void ones left out. */
export function ofAbout(about: string): DocumentFilter {
  return { ...everyDocument(null), about };
}

/** The request of a list, without the page of it. */
export function documentsRequest(filter: DocumentFilter): Omit<Documents, "offset" | "limit"> {
  const { unit, category, kind, stage, state, about, tag, from, to, text, by, descending } = filter;
  return {
    unit,
    categories: category === null ? [] : [category],
    kind,
    stages: stage === null ? [] : [stage],
    about,
    tag,
    from,
    to,
    validity: state === "expiring" || state === "expired" ? state : null,
    approval: APPROVALS.find((one) => one === state) ?? null,
    state: state === "void" || state === "all" ? state : null,
    mine: state === "mine",
    lent: state === "lent",
    text: text.trim(),
    sort: by,
    descending,
  };
}

/** Whether anything beside the unit narrows the list. */
export function isNarrowed(filter: DocumentFilter): boolean {
  const { by, descending, ...whole } = everyDocument(filter.unit);
  const same = { ...filter, text: filter.text.trim() };
  return Object.entries(whole).some(([key, value]) => same[key as keyof typeof whole] !== value);
}

/** A filter as it was kept. */
export function readFilter(kept: object): DocumentFilter | null {
  const state = "state" in kept ? kept.state : undefined;
  const known = state === null || STATES.some((one) => one === state);
  return known ? { ...everyDocument(null), ...kept } : null;
}
