// What is typed into a month's sheet: kept as a draft while one types, with undo, until it is submitted.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { UnitMonthView } from "../../bindings/bindings";
import { useBeforeSignOut } from "../../shared/beforeSignOut";
import { call, useTransport } from "../../shared/transport";
import { type Draft, readDraft, writeDraft } from "./draft";
import type { Rubric } from "./rubric";
import {
  byRule,
  type Entry,
  entryOf,
  firstMode,
  inMode,
  type Line,
  type Lock,
  type Mode,
  type Row,
} from "./sheet";

/** Milliseconds between two keepings of the draft: the first letter is kept at once, whatever happens next. */
const REST = 600;
/** Steps that can be taken back. */
const STEPS = 200;

interface History {
  past: Draft[];
  now: Draft;
  future: Draft[];
  /** Which field the last step typed into: typing on in it is the same step. */
  field: string | null;
}

export type Keeping = "idle" | "waiting" | "kept" | "failed";

export interface Sheet {
  mode: Mode;
  lines: Line[];
  /** Whether the person's row holds something that was typed. */
  touched: (staffNo: string) => boolean;
  setMode: (mode: Mode) => void;
  /** Puts entries in place of those of these people; `field` names one text field that is being typed into. */
  change: (entries: Record<string, Entry>, field?: string) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  keeping: Keeping;
  hasDraft: boolean;
  /** Forgets everything typed; the draft too where it is still there. */
  discard: (kept: boolean) => Promise<void>;
  /** Waits until the draft is kept as it stands. */
  keepNow: () => Promise<void>;
}

export function useSheet(view: UnitMonthView, rubric: Rubric, editable: boolean): Sheet {
  const transport = useTransport();
  const client = useQueryClient();
  const { unit, month } = view;
  const usual = firstMode(view.rows, rubric);
  const [history, setHistory] = useState<History>(() => ({
    past: [],
    now: readDraft(view.draft) ?? { mode: usual, entries: {} },
    future: [],
    field: null,
  }));
  const [keeping, setKeeping] = useState<Keeping>(view.draft === null ? "idle" : "kept");
  const pending = useRef<Draft | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const keptAt = useRef(0);

  const keep = useCallback(async () => {
    window.clearTimeout(timer.current);
    const draft = pending.current;
    if (draft === null) return;
    pending.current = null;
    keptAt.current = performance.now();
    const body = Object.keys(draft.entries).length === 0 && draft.mode === usual ? null : writeDraft(draft);
    // Whoever comes back to this month from another finds the draft, not what was read before.
    client.setQueryData<UnitMonthView>(
      ["unitMonth", { unit, month }],
      (read) => read && { ...read, draft: body },
    );
    try {
      await call(transport, "saveDraft", { unit, month, body });
      setKeeping(body === null ? "idle" : "kept");
    } catch {
      pending.current ??= draft;
      setKeeping("failed");
    }
  }, [client, transport, unit, month, usual]);

  useEffect(() => {
    const leave = () => void keep();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [keep]);
  useBeforeSignOut(keep);

  const step = useCallback(
    (next: (history: History) => History) => {
      setHistory((history) => {
        const after = next(history);
        if (after.now === history.now) return after;
        pending.current = after.now;
        return after;
      });
      setKeeping("waiting");
      window.clearTimeout(timer.current);
      const wait = keptAt.current + REST - performance.now();
      timer.current = window.setTimeout(() => void keep(), Math.max(0, wait));
    },
    [keep],
  );

  const change = useCallback(
    (entries: Record<string, Entry>, field?: string) =>
      step((history) =>
        stepped(history, { ...history.now, entries: { ...history.now.entries, ...entries } }, field ?? null),
      ),
    [step],
  );

  const { now } = history;
  const untouched = useMemo(
    () =>
      view.rows.map((row): Line => {
        const lock = lockOf(row, view.state, editable);
        return { row, lock, entry: entryOf(row, now.mode, rubric) };
      }),
    [view.rows, view.state, editable, now.mode, rubric],
  );
  // A line that did not change stays the same object: then the sheet does not draw it again.
  const drawn = useRef(new Map<string, Line>());
  const lines = useMemo(
    () =>
      untouched.map((line) => {
        const { staffNo } = line.row;
        // What was typed for somebody who has been dealt with since is shown no more.
        const entry = line.lock === null ? now.entries[staffNo] : undefined;
        if (entry === undefined) return line;
        const last = drawn.current.get(staffNo);
        if (last?.entry === entry && last.row === line.row && last.lock === line.lock) return last;
        const next = { ...line, entry };
        drawn.current.set(staffNo, next);
        return next;
      }),
    [untouched, now.entries],
  );

  return {
    mode: now.mode,
    lines,
    touched: (staffNo) => staffNo in now.entries,
    setMode: (mode) =>
      step((history) => {
        const { entries, mode: from } = history.now;
        const rules = new Map(view.rows.map((row) => [row.staffNo, byRule(row)]));
        const moved = Object.entries(entries).map(([staffNo, entry]) => [
          staffNo,
          inMode(entry, from, mode, rubric, rules.get(staffNo)),
        ]);
        return stepped(history, { mode, entries: Object.fromEntries(moved) as Record<string, Entry> }, null);
      }),
    change,
    undo: history.past.length === 0 ? null : () => step(undone),
    redo: history.future.length === 0 ? null : () => step(redone),
    keeping,
    hasDraft: Object.keys(now.entries).length > 0,
    discard: async (kept) => {
      window.clearTimeout(timer.current);
      pending.current = null;
      if (kept) await call(transport, "saveDraft", { unit, month, body: null });
      client.setQueryData<UnitMonthView>(
        ["unitMonth", { unit, month }],
        (read) => read && { ...read, draft: null },
      );
      setHistory({ past: [], now: { mode: usual, entries: {} }, future: [], field: null });
      setKeeping("idle");
    },
    keepNow: keep,
  };
}

function lockOf(row: Row, state: string, editable: boolean): Lock | null {
  if (row.notAssessed !== null) return "notAssessed";
  if (row.score !== null && state !== "reopened") return "submitted";
  if (!row.due) return "notDue";
  return editable ? null : "readOnly";
}

function stepped(history: History, now: Draft, field: string | null): History {
  if (field !== null && field === history.field) return { ...history, now, future: [] };
  return { past: [...history.past, history.now].slice(-STEPS), now, future: [], field };
}

function undone(history: History): History {
  const now = history.past.at(-1);
  if (now === undefined) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], field: null };
}

function redone(history: History): History {
  const [now, ...future] = history.future;
  if (now === undefined) return history;
  return { past: [...history.past, history.now], now, future, field: null };
}
