// Conditions of parts of a type as a form holds them: which field, and which of its answers.
import type { ConditionBody } from "../../bindings/bindings";

export interface WhenRow {
  whenField?: string | null;
  whenIs?: string[];
}

/** A field on whose answers something may depend. */
export interface AskableField {
  code?: string;
  label?: string;
  kind?: string;
  options?: string[];
}

/** Kinds of fields that have options to choose from. */
const OPTION_KINDS = ["choice", "several"];

/** Whether a kind of field has options to choose from. */
export const hasOptions = (kind: string | undefined) => kind !== undefined && OPTION_KINDS.includes(kind);

/** The answers of a field that something else can depend on; none where nothing can. */
export function answersOf({ kind, options }: Pick<AskableField, "kind" | "options">): string[] {
  if (kind === "yesNo") return ["yes", "no"];
  return hasOptions(kind) ? (options ?? []) : [];
}

export const whenOf = (when: ConditionBody | null | undefined): WhenRow =>
  when ? { whenField: when.field, whenIs: when.is } : {};

export const bodyWhen = ({ whenField, whenIs }: WhenRow): { when?: ConditionBody } =>
  whenField ? { when: { field: whenField, is: whenIs ?? [] } } : {};
