// Keys of the sheet that react-datasheet-grid leaves free: one step back and forth, and over to the reasons.
import { useEffect, useRef } from "react";

interface Keys {
  undo: (() => void) | null;
  redo: (() => void) | null;
  toReason: () => void;
}

export function useSheetKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { undo, redo, toReason } = latest.current;
      if (event.key === "F2" && event.shiftKey) {
        event.preventDefault();
        toReason();
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey || inField(event.target)) return;
      const key = event.key.toLowerCase();
      const act = key === "y" || (key === "z" && event.shiftKey) ? redo : key === "z" ? undo : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act?.();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}

/** A field that is being typed into takes back its own letters first. */
function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
