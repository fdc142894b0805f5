// The ledger opened last on this computer: the next start opens it again, wherever its folder lies.
import type { OpenLedger, StatusView } from "../../bindings/bindings";

const KEY = "ledger.dir";

export function lastLedger(): string | null {
  return localStorage.getItem(KEY);
}

export function rememberLedger(dir: string): void {
  localStorage.setItem(KEY, dir);
}

/** What is opened without asking; null where a ledger is open already, or none is known. */
export function toReopen(status: StatusView, last: string | null): OpenLedger | null {
  return !status.open && (status.exists || last !== null) ? { dir: last } : null;
}
