// What must be kept while the account may still keep it: done before a sign-out, of the user's own or after a long pause.
import { useEffect } from "react";

const waiting = new Set<() => Promise<void>>();

/** Has something done before anybody signs out, for as long as the component is shown. */
export function useBeforeSignOut(keep: () => Promise<void>): void {
  useEffect(() => {
    waiting.add(keep);
    return () => void waiting.delete(keep);
  }, [keep]);
}

/** Does all of it; what fails has said so itself. */
export async function keepBeforeSignOut(): Promise<void> {
  await Promise.allSettled([...waiting].map((keep) => keep()));
}
