// The program's own day, which may be a demo's; this machine's while the ledger has not said.
import { useSignedIn } from "./session";

/** As `2026-11-20`. */
export function useToday(): string {
  const { status } = useSignedIn();
  return status.today ?? new Date().toISOString().slice(0, 10);
}

/** As `2026-11`. */
export function useThisMonth(): string {
  return useToday().slice(0, 7);
}
