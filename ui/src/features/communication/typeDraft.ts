// A type of forms as it is edited: what the form of the builder holds, and back to what the core reads.
import type { FieldBody, FormTypeBody, ReminderBody } from "../../bindings/bindings";
import { type AskableField, bodyWhen, type WhenRow, whenOf } from "../ticketTypes/when";

export interface FieldDraft extends WhenRow {
  code?: string;
  label?: string;
  kind?: string;
  need?: string;
  options?: string;
  personal?: boolean;
  restricted?: boolean;
  /** Kept as they were. */
  ahead?: boolean;
  hint?: string | null;
}

export interface ItemDraft extends WhenRow {
  code?: string;
  label?: string;
  byFile?: boolean;
  mayNotApply?: boolean;
}

export interface StepDraft extends WhenRow {
  code?: string;
  label?: string;
  kind?: string;
  by?: string;
  within?: number | null;
  fields?: FieldDraft[];
}

export interface TypeDraft {
  code: string;
  label: string;
  ahead?: boolean;
  tasks?: boolean;
  links?: string[];
  needed?: string[];
  fields?: FieldDraft[];
  items?: ItemDraft[];
  steps?: StepDraft[];
  twoARow?: boolean;
  signatures?: string;
  note?: string;
}

const lines = (text: string | undefined) =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function fieldDraft(field: FieldBody): FieldDraft {
  const { code, label, kind, need, when, personal, restricted, ahead, hint } = field;
  const choice = typeof kind === "object" ? ("choice" in kind ? "choice" : "several") : kind;
  const options = typeof kind === "object" ? ("choice" in kind ? kind.choice : kind.several) : [];
  return {
    code,
    label,
    kind: choice,
    need,
    options: options.join("\n"),
    personal,
    ...(restricted ? { restricted } : {}),
    ...(ahead ? { ahead } : {}),
    ...whenOf(when),
    hint: hint ?? null,
  };
}

/** What the builder shows of a type. */
export function draftOf(body: FormTypeBody): TypeDraft {
  return {
    code: body.code,
    label: body.label,
    ahead: body.ahead ?? false,
    tasks: body.tasks ?? false,
    links: body.links.map(({ link }) => link),
    needed: body.links.filter(({ needed }) => needed).map(({ link }) => link),
    fields: body.fields.map(fieldDraft),
    items: (body.items ?? []).map(({ code, label, shownBy, mayNotApply, when }) => ({
      code,
      label,
      byFile: shownBy === "file",
      mayNotApply,
      ...whenOf(when),
    })),
    steps: (body.steps ?? []).map(({ code, label, kind, by, within, fields, when }) => ({
      code,
      label,
      kind,
      by,
      within: within ?? null,
      fields: (fields ?? []).map(fieldDraft),
      ...whenOf(when),
    })),
    twoARow: body.print?.twoARow ?? false,
    signatures: (body.print?.signatures ?? []).join("\n"),
    note: body.print?.note ?? "",
  };
}

/** Fields on whose answers something else can depend. */
export function askableOf(fields: (FieldDraft | undefined)[] | undefined): AskableField[] {
  return (fields ?? []).map((field) => ({ ...field, options: lines(field?.options) }));
}

/** The code of a part: as it was, or the first free one with that beginning. */
function coded<T extends { code?: string }>(rows: T[], beginning: string): (T & { code: string })[] {
  const taken = new Set(rows.map(({ code }) => code).filter((code) => code !== undefined && code !== ""));
  let next = 1;
  return rows.map((row) => {
    if (row.code !== undefined && row.code !== "") return { ...row, code: row.code };
    while (taken.has(`${beginning}${next}`)) next += 1;
    const code = `${beginning}${next}`;
    taken.add(code);
    return { ...row, code };
  });
}

function fieldBody({
  code,
  label,
  kind,
  need,
  options,
  personal,
  restricted,
  ahead,
  hint,
  ...when
}: FieldDraft & { code: string }): FieldBody {
  const choice = kind === "choice" ? { choice: lines(options) } : { several: lines(options) };
  const text = kind === "line" || kind === "paragraph";
  const amount = kind === "number" || kind === "yuan";
  return {
    code,
    label: label?.trim() ?? "",
    kind: kind === "choice" || kind === "several" ? choice : ((kind ?? "line") as FieldBody["kind"]),
    need: need ?? "optional",
    // Only a text can name people.
    personal: text && personal === true,
    ...(restricted && (text || amount) ? { restricted } : {}),
    ...(ahead && kind === "day" ? { ahead } : {}),
    ...bodyWhen(when),
    ...(hint ? { hint } : {}),
  };
}

/** Reminders that still have what they ask for. */
function kept(reminders: ReminderBody[], draft: TypeDraft): ReminderBody[] {
  const has = (code: string | null | undefined, rows: { code?: string }[] | undefined) =>
    !code || (rows ?? []).some((row) => row.code === code);
  return reminders.filter(
    ({ day, time, item, when }) =>
      [day, time, when?.field].every((code) => has(code, draft.fields)) && has(item, draft.items),
  );
}

/** The type as the core reads it; `register` and `reminders` are not changed here. */
export function bodyOf(draft: TypeDraft, register: string, reminders: ReminderBody[] = []): FormTypeBody {
  const reminding = kept(reminders, draft);
  const needed = new Set(draft.needed ?? []);
  const note = draft.note?.trim() ?? "";
  return {
    code: draft.code.trim(),
    label: draft.label.trim(),
    register,
    links: (draft.links ?? []).map((link) => ({ link, needed: needed.has(link) })),
    ahead: draft.ahead === true,
    tasks: draft.tasks === true,
    fields: coded(draft.fields ?? [], "field").map(fieldBody),
    items: coded(draft.items ?? [], "item").map(({ code, label, byFile, mayNotApply, ...when }) => ({
      code,
      label: label?.trim() ?? "",
      shownBy: byFile === true ? "file" : "tick",
      mayNotApply: mayNotApply === true,
      ...bodyWhen(when),
    })),
    steps: coded(draft.steps ?? [], "step").map(({ code, label, kind, by, within, fields, ...when }) => ({
      code,
      label: label?.trim() ?? "",
      kind: kind ?? "action",
      by: by ?? "worker",
      fields: coded(fields ?? [], "field").map(fieldBody),
      ...(within ? { within } : {}),
      ...bodyWhen(when),
    })),
    ...(reminding.length > 0 ? { reminders: reminding } : {}),
    print: {
      twoARow: draft.twoARow === true,
      signatures: lines(draft.signatures),
      ...(note === "" ? {} : { note }),
    },
  };
}
