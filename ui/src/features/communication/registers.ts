// Registers and what their lists are asked for.
import type { FormLine, Forms } from "../../bindings/bindings";

/** The registers of 沟通, in the order of its tabs. */
export const REGISTERS = ["minutes", "contact", "visit", "complaint", "survey", "problem"] as const;
export type Register = (typeof REGISTERS)[number] | "form";
/** What is open in every register, tasks, and each register. */
export type Tab = (typeof REGISTERS)[number] | "tasks" | "due" | "reminders";
export const TABS: readonly Tab[] = [
  "due",
  "reminders",
  "tasks",
  "minutes",
  "contact",
  "visit",
  "complaint",
  "survey",
  "problem",
];

export const SCOPES = ["all", "open", "overdue", "ended"] as const;
export type Scope = (typeof SCOPES)[number];

export interface FormFilter {
  scope: Scope;
  /** Of that unit; of all that one sees where null. */
  unit: string | null;
  /** Of that type, by code. */
  kind: string | null;
  text: string;
}

const STATES: Record<Scope, string[]> = {
  all: [],
  open: ["open", "returned"],
  overdue: [],
  ended: ["closed", "refused", "void"],
};

/** As the core is asked for it: the newest first, what is late or open everywhere by its last day. */
export function formsRequest(register: Register | null, { scope, unit, kind, text }: FormFilter): Forms {
  const byDay = scope !== "overdue" && register !== null;
  return {
    unit,
    registers: register === null ? [] : [register],
    states: STATES[scope],
    kind,
    engineer: null,
    ticket: null,
    customer: null,
    opportunity: null,
    verdicts: [],
    from: null,
    to: null,
    overdue: scope === "overdue",
    text: text.trim(),
    sort: byDay ? "day" : "due",
    descending: byDay,
    offset: 0,
    limit: null,
  };
}

/** A filter as it was kept. */
export function readFilter(kept: object): FormFilter | null {
  const scope = "scope" in kept ? SCOPES.find((name) => name === kept.scope) : undefined;
  return scope === undefined ? null : { unit: null, kind: null, text: "", ...kept, scope };
}

/** What belongs to a customer, a ticket or an opportunity, the newest first. */
export function linkedRequest(of: Partial<Pick<Forms, "customer" | "ticket" | "opportunity">>): Forms {
  const all = formsRequest(null, { scope: "all", unit: null, kind: null, text: "" });
  return { ...all, ...of, sort: "day", descending: true };
}

/** Whether the list is narrowed beyond its register and unit. */
export function isNarrowed({ scope, kind, text }: FormFilter): boolean {
  return scope !== "all" || kind !== null || text.trim() !== "";
}

/** Where a form's page lies: other forms have a screen of their own. */
export function formPath({ form, register }: Pick<FormLine, "form" | "register">): string {
  const screen = register === "form" ? "/forms" : "/communication";
  return `${screen}/of/${encodeURIComponent(form)}`;
}
