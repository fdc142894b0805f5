// What was typed and not yet submitted, as `saveDraft` keeps it. Only people whose row was touched are in it.
import { emptyEntry, type Entry, type Mode } from "./sheet";

export interface Draft {
  mode: Mode;
  entries: Record<string, Entry>;
}

/** Raised when the form of the text changes. */
const FORM = 1;

export function writeDraft({ mode, entries }: Draft): string {
  return JSON.stringify({ form: FORM, mode, entries });
}

/** The draft; null for a text of another form, which then is left alone until somebody types. */
export function readDraft(body: string | null): Draft | null {
  if (body === null) return null;
  try {
    const { form, mode, entries } = JSON.parse(body) as { form?: number } & Partial<Draft>;
    if (form !== FORM || mode === undefined || entries === undefined) return null;
    const whole = Object.entries(entries).map(([staffNo, entry]) => [staffNo, { ...emptyEntry(), ...entry }]);
    return { mode, entries: Object.fromEntries(whole) as Record<string, Entry> };
  } catch {
    return null;
  }
}
