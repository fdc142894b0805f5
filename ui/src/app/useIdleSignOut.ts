// Signs out who has not touched the window for a while: an office desk is not always guarded.
import { useEffect, useRef } from "react";

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Calls `signOut` after so many minutes without a sign of life; 0 never does. */
export function useIdleSignOut(minutes: number, signOut: () => void): void {
  const newest = useRef(signOut);
  newest.current = signOut;
  useEffect(() => {
    if (minutes === 0) return;
    let seen = Date.now();
    const touch = () => {
      seen = Date.now();
    };
    // Asked now and then, not timed once: a computer that slept wakes up with its clock moved.
    const timer = setInterval(() => {
      if (Date.now() - seen >= minutes * 60_000) {
        seen = Date.now();
        newest.current();
      }
    }, 5_000);
    for (const sign of SIGNS) window.addEventListener(sign, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, touch);
    };
  }, [minutes]);
}
