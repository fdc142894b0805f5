// A type of tickets as its form holds it, and back: kinds of fields with their options beside, conditions in two fields, and
// codes for what is new.
import type {
  CheckItemBody,
  FieldBody,
  FieldKindBody,
  OpinionBody,
  RecordKindBody,
  TicketStepBody,
  TicketTypeBody,
} from "../../bindings/bindings";
import { bodyWhen, type WhenRow, whenOf } from "./when";

export const KINDS = [
  "line",
  "paragraph",
  "number",
  "yuan",
  "day",
  "yesNo",
  "choice",
  "several",
  "staff",
] as const;
export type Kind = (typeof KINDS)[number];
export const NEEDS = ["start", "close", "optional"] as const;
export const SERVICES = [
  "opportunity",
  "analysis",
  "exchange",
  "solution",
  "bid",
  "bidOnSite",
  "other",
] as const;
/** What may stay beside the journal, since it is a text. */
export const TEXT_KINDS: Kind[] = ["line", "paragraph"];
/** What may be seen by those alone who do the work. */
export const RESTRICTED_KINDS: Kind[] = [...TEXT_KINDS, "number", "yuan"];

export interface FieldRow extends WhenRow {
  code?: string;
  label: string;
  kind: Kind;
  options?: string[];
  need: string;
  personal?: boolean;
  restricted?: boolean;
  /** Kept as it was: its day may lie ahead. */
  ahead?: boolean;
  hint?: string;
}

export interface ItemRow extends WhenRow {
  code?: string;
  label: string;
  shownBy: string;
  mayNotApply?: boolean;
  restricted?: boolean;
  /** Kept as they were: which part comes first, what a change of demand does. */
  after?: string | null;
  onChange?: string | null;
}

export interface RecordRow extends WhenRow {
  code?: string;
  label: string;
  atLeast: number;
  fields?: FieldRow[];
  /** Choices of its own whose every combination is recorded. */
  covers?: string[];
  settledField?: string | null;
  settledIs?: string[];
  taken?: string;
  refused?: string;
  /** Kept as it was: which records it comes before. */
  before?: string | null;
}

export interface TypeForm {
  code?: string;
  label: string;
  service: string;
  days: number;
  formal: boolean;
  customer: boolean;
  opportunity: boolean;
  audited: boolean;
  acceptance: string;
  fields: FieldRow[];
  items: ItemRow[];
  records: RecordRow[];
  steps: { code?: string; label: string }[];
}

function kindOf(kind: FieldKindBody): Pick<FieldRow, "kind" | "options"> {
  if (typeof kind === "string") return { kind };
  return "choice" in kind
    ? { kind: "choice", options: kind.choice }
    : { kind: "several", options: kind.several };
}

function bodyKind({ kind, options }: FieldRow): FieldKindBody {
  if (kind === "choice") return { choice: options ?? [] };
  return kind === "several" ? { several: options ?? [] } : kind;
}

const fieldRow = ({
  code,
  label,
  kind,
  need,
  when,
  personal,
  restricted,
  ahead,
  hint,
}: FieldBody): FieldRow => ({
  code,
  label,
  need,
  personal,
  ...(restricted ? { restricted } : {}),
  ...(ahead ? { ahead } : {}),
  ...kindOf(kind),
  ...(hint ? { hint } : {}),
  ...whenOf(when),
});

function fieldBody(field: FieldRow): FieldBody {
  const { code, label, need, personal, restricted, ahead, hint, kind } = field;
  return {
    code: code ?? "",
    label: label.trim(),
    need,
    kind: bodyKind(field),
    personal: personal === true && TEXT_KINDS.includes(kind),
    ...(restricted && RESTRICTED_KINDS.includes(kind) ? { restricted } : {}),
    ...(ahead && kind === "day" ? { ahead } : {}),
    ...(hint?.trim() ? { hint: hint.trim() } : {}),
    ...bodyWhen(field),
  };
}

/** Fields of a kind of record whose options can have to be covered. */
export const coverable = (fields: FieldRow[] | undefined) =>
  (fields ?? []).filter((field) => field?.code && field.label && field.kind === "choice");

function settledBody({ settledField, settledIs, taken, refused }: RecordRow): OpinionBody {
  return {
    field: settledField ?? "",
    is: settledIs ?? [],
    ...(taken?.trim() ? { taken: taken.trim() } : {}),
    ...(refused?.trim() ? { refused: refused.trim() } : {}),
  };
}

/** A kind of record: what it no longer has a field for is neither covered nor settled. */
function recordBody(kind: RecordRow, all: RecordRow[]): RecordKindBody {
  const covers = (kind.covers ?? []).filter((code) =>
    coverable(kind.fields).some((field) => field.code === code),
  );
  const settles = kind.settledField && kind.fields?.some((field) => field?.code === kind.settledField);
  return {
    code: kind.code ?? "",
    label: kind.label.trim(),
    atLeast: kind.atLeast,
    fields: (kind.fields ?? []).map(fieldBody),
    ...bodyWhen(kind),
    ...(covers.length > 0 ? { covers } : {}),
    ...(settles ? { settled: settledBody(kind) } : {}),
    ...(kind.before && all.some(({ code }) => code === kind.before) ? { before: kind.before } : {}),
  };
}

const settledRow = ({ field, is, taken, refused }: OpinionBody) => ({
  settledField: field,
  settledIs: is,
  ...(taken ? { taken } : {}),
  ...(refused ? { refused } : {}),
});

/** A type as its form holds it. */
export function formOf(body: TicketTypeBody): TypeForm {
  return {
    ...body,
    fields: body.fields.map(fieldRow),
    items: body.items.map(({ when, ...item }) => ({ ...item, ...whenOf(when) })),
    records: body.records.map(({ when, settled, fields, ...kind }) => ({
      ...kind,
      fields: fields.map(fieldRow),
      ...whenOf(when),
      ...(settled ? settledRow(settled) : {}),
    })),
    steps: body.steps,
  };
}

/** What a form holds as a type; `code` names one that is new. */
export function bodyOf(form: TypeForm, code: string): TicketTypeBody {
  const { label, service, days, formal, customer, opportunity, audited, acceptance } = form;
  const items: CheckItemBody[] = form.items.map((item) => ({
    code: item.code ?? "",
    label: item.label.trim(),
    shownBy: item.shownBy,
    mayNotApply: item.mayNotApply === true,
    ...(item.restricted ? { restricted: true } : {}),
    ...(item.after && form.items.some(({ code }) => code === item.after) ? { after: item.after } : {}),
    ...(item.onChange ? { onChange: item.onChange } : {}),
    ...bodyWhen(item),
  }));
  const steps: TicketStepBody[] = form.steps.map((step) => ({
    code: step.code ?? "",
    label: step.label.trim(),
  }));
  return {
    code: form.code ?? code,
    label: label.trim(),
    service,
    days,
    formal,
    customer,
    opportunity,
    audited,
    acceptance,
    fields: form.fields.map(fieldBody),
    items,
    records: form.records.map((kind) => recordBody(kind, form.records)),
    steps,
  };
}

/** A name for what is new: nobody reads it, and nothing else is called so. */
export const newCode = () => `x${crypto.randomUUID().slice(0, 8)}`;
