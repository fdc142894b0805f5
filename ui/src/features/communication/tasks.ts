// What the list of tasks is narrowed to, as the core is asked for it.
import type { Tasks } from "../../bindings/bindings";

export const TASK_SCOPES = ["open", "overdue", "all"] as const;
export type TaskScope = (typeof TASK_SCOPES)[number];

export interface TaskFilter {
  scope: TaskScope;
  /** Of that unit; of all that one sees where null. */
  unit: string | null;
  /** Of that engineer, by staff number. */
  engineer: string | null;
}

/** The request of the list, all pages of it. */
export function tasksRequest({ scope, unit, engineer }: TaskFilter): Tasks {
  return {
    unit,
    states: scope === "open" ? ["open"] : [],
    engineer,
    overdue: scope === "overdue",
    offset: 0,
    limit: null,
  };
}

/** A filter as it was kept. */
export function readTaskFilter(kept: object): TaskFilter | null {
  const scope = "scope" in kept ? TASK_SCOPES.find((name) => name === kept.scope) : undefined;
  return scope === undefined ? null : { unit: null, engineer: null, ...kept, scope };
}
