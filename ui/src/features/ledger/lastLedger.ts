// The ledger opened last on this computer: the next start opens it again, wherever its folder lies.
const KEY = "ledger.dir";

export function lastLedger(): string | null {
  return localStorage.getItem(KEY);
}

export function rememberLedger(dir: string): void {
  localStorage.setItem(KEY, dir);
}
