// What may come a moment later: drawn once the rest of the screen stands, so that neither holds up the other.
import { type ReactNode, useDeferredValue } from "react";

export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
