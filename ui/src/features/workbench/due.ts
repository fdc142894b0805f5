// What is to be done, gathered: 22 units that wait for the same thing are one line.
import type { DueView } from "../../bindings/bindings";

export interface DueLine {
  key: string;
  task: string;
  quarter: string;
  month: string | null;
  /** What users call the term, where it is about a reminder. */
  term: string | null;
  /** The units it is about, by name. */
  units: { code: string; name: string }[];
  persons: number;
  /** Whom it is about, where it is one person. */
  staffNo: string | null;
  amount: string | null;
  /** The earliest of their days. */
  by: string;
  overdue: boolean;
}

/** Tasks about people and tickets: their days are of many quarters, and one line says how many it is about. */
export const OF_NO_QUARTER: ReadonlySet<string> = new Set([
  "fileLetter",
  "probationEnds",
  "approveReplacement",
  "openCase",
  "proveCase",
  "decideCase",
  "retrainCase",
  "replaceCase",
  "ticketsRefused",
  "ticketsOverdue",
  "ticketsBid",
  "ticketsEscalated",
  "ticketsFollow",
  "ticketsSoon",
  "checkpointsOverdue",
  "checkpointsSoon",
  "formsOverdue",
  "tasksOverdue",
  "formsSoon",
  "tasksSoon",
  "remindersOverdue",
  "remindersSoon",
  "approvalsReminded",
  "approvalsWaiting",
  "approvalsReturned",
  "documentsExpired",
  "documentsExpiring",
  "filesDamaged",
  "contractEnds",
]);

/** Tasks that have no last day: theirs is the one since which they wait. */
export const SINCE: ReadonlySet<string> = new Set([
  "approvalsReminded",
  "approvalsWaiting",
  "approvalsReturned",
]);

/** What is late is told again every day, until it is done. */
export const TOLD_DAILY: ReadonlySet<string> = new Set([
  "ticketsRefused",
  "ticketsOverdue",
  "ticketsBid",
  "ticketsEscalated",
  "ticketsFollow",
  "checkpointsOverdue",
  "approvalsReminded",
  "formsOverdue",
  "tasksOverdue",
  "remindersOverdue",
  "filesDamaged",
]);

/** One line for each task, quarter, month and day's state, in the order they came. */
export function gathered(list: DueView[]): DueLine[] {
  const lines = new Map<string, DueLine>();
  for (const due of list) {
    const quarter = OF_NO_QUARTER.has(due.task) ? "" : due.quarter;
    const key = [due.task, quarter, due.month ?? "", due.persons === 0 ? "nobody" : "", due.term ?? ""].join(
      " ",
    );
    const line = lines.get(key) ?? {
      key,
      task: due.task,
      quarter: due.quarter,
      month: due.month,
      term: due.term,
      units: [],
      persons: 0,
      staffNo: due.staffNo,
      amount: due.amount,
      by: due.by,
      overdue: due.overdue,
    };
    if (due.unit !== null) line.units.push({ code: due.unit, name: due.unitName ?? due.unit });
    line.persons += due.persons ?? 0;
    if (due.by < line.by) line.by = due.by;
    line.overdue ||= due.overdue;
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** Where in the list of certifications many people with a task stand; what is under way where nothing is said. */
const TABS: Record<string, string> = { openCase: "due", retrainCase: "failed", replaceCase: "failed" };

/** The screen on which it is done; of many units the board, of one its sheet. */
export function placeOf(line: DueLine): string {
  const month = line.month === null ? "" : `?month=${line.month}`;
  switch (line.task) {
    case "scoreMonth":
    case "closeMonth":
      return line.units.length === 1 ? `/scoring${month}` : "/board";
    case "objection":
      return "/objections";
    case "contract":
    case "contractEnds":
      return "/import?kind=contract";
    case "applications":
      return "/attendance?tab=applications";
    case "fileLetter":
    case "probationEnds":
    case "approveReplacement":
      return line.persons === 1 && line.staffNo !== null
        ? `/people/${encodeURIComponent(line.staffNo)}`
        : "/people";
    case "openCase":
    case "proveCase":
    case "decideCase":
    case "retrainCase":
    case "replaceCase":
      return line.persons === 1 && line.staffNo !== null
        ? `/certification/${encodeURIComponent(line.staffNo)}`
        : `/certification?tab=${TABS[line.task] ?? "open"}`;
    case "ticketsRefused":
      return "/tickets?scope=refused";
    case "ticketsOverdue":
      return "/tickets?scope=overdue";
    case "ticketsBid":
      return "/tickets?scope=bid";
    case "ticketsEscalated":
      return "/tickets?scope=escalated";
    case "ticketsFollow":
      return "/tickets?scope=follow";
    case "ticketsSoon":
      return "/tickets?scope=soon";
    case "checkpointsOverdue":
      return "/opportunities?checkpoint=overdue";
    case "checkpointsSoon":
      return "/opportunities?checkpoint=soon";
    case "formsOverdue":
      return "/communication/due?scope=overdue";
    case "formsSoon":
      return "/communication/due";
    case "remindersOverdue":
    case "remindersSoon":
      return "/communication/reminders";
    case "approvalsReminded":
    case "approvalsWaiting":
      return "/documents/approvals?whose=mine";
    case "approvalsReturned":
      return "/documents/approvals?whose=submitted&state=returned";
    case "documentsExpired":
      return "/documents?state=expired";
    case "documentsExpiring":
      return "/documents?state=expiring";
    case "filesDamaged":
      return "/settings/backup";
    case "tasksOverdue":
      return "/communication/tasks?scope=overdue";
    case "tasksSoon":
      return "/communication/tasks";
    default:
      return "/settlement";
  }
}
