// What may come a moment later: drawn once the rest of the screen stands, so that neither holds up the other.
import { Children, type ReactNode, startTransition, useDeferredValue, useEffect, useState } from "react";

export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}

/** Parts of a long page below what a window shows: each is drawn when what stands before it can be seen. */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children);
  const [drawn, setDrawn] = useState(0);
  const more = drawn < parts.length;
  // An effect runs after the picture; within a transition, drawing the next part gives way to whatever is clicked.
  useEffect(() => {
    if (more) startTransition(() => setDrawn((count) => count + 1));
  }, [more, drawn]);
  return parts.slice(0, drawn);
}
