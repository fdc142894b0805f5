// The sections of 设置: where each lies and what an account must be allowed to see it.
import { type ComponentType, lazy } from "react";
import type { UseCase } from "../../shared/transport";

export type SectionKey =
  | "units"
  | "parties"
  | "accounts"
  | "rules"
  | "standard"
  | "terms"
  | "ticketTypes"
  | "calendar"
  | "backup"
  | "journal"
  | "personal"
  | "handover"
  | "password"
  | "computer"
  | "about";

/** What is everybody's own. */
export const OF_ONESELF: SectionKey[] = ["handover", "password", "computer", "about"];

export interface Section {
  key: SectionKey;
  needs: UseCase;
  Page: ComponentType;
}

export const SECTIONS: Section[] = [
  { key: "units", needs: "units", Page: lazy(() => import("./Units")) },
  { key: "parties", needs: "parties", Page: lazy(() => import("./Parties")) },
  { key: "accounts", needs: "accounts", Page: lazy(() => import("./Accounts")) },
  { key: "rules", needs: "rulebook", Page: lazy(() => import("./Rules")) },
  { key: "standard", needs: "standards", Page: lazy(() => import("../certification/StandardPage")) },
  { key: "terms", needs: "deadlineTerms", Page: lazy(() => import("../terms/TermsPage")) },
  { key: "ticketTypes", needs: "ticketTypes", Page: lazy(() => import("../ticketTypes/TypesPage")) },
  { key: "calendar", needs: "calendar", Page: lazy(() => import("../calendar/CalendarPage")) },
  { key: "backup", needs: "backupPlan", Page: lazy(() => import("../keeping/BackupPage")) },
  { key: "journal", needs: "journal", Page: lazy(() => import("./Journal")) },
  { key: "personal", needs: "erasePersonal", Page: lazy(() => import("./Personal")) },
  { key: "handover", needs: "handovers", Page: lazy(() => import("./Handover")) },
  { key: "password", needs: "changePassword", Page: lazy(() => import("./Password")) },
  { key: "computer", needs: "session", Page: lazy(() => import("./Computer")) },
  { key: "about", needs: "session", Page: lazy(() => import("./About")) },
];
