// Pasting into the sheet. Only the plain text of the clipboard is used: every spreadsheet program gives it whole, while what
// stands as HTML may have merged cells, or no table at all, and would empty the cells it goes into.
import { useEffect, useRef } from "react";

/** Rows and columns that a block of text from a spreadsheet has. */
export function sizeOf(text: string): { rows: number; columns: number } {
  const lines = text.replaceAll("\r", "").replace(/\n$/, "").split("\n");
  return { rows: lines.length, columns: Math.max(...lines.map((line) => line.split("\t").length)) };
}

/** Hears the text of every paste that goes into the sheet and not into a field that is being typed into. */
export function usePaste(hear: (text: string) => void): void {
  const newest = useRef(hear);
  newest.current = hear;
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      if (!event.isTrusted || clipboardData === null) return;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      const text = clipboardData.getData("text/plain");
      if (text === "") return;
      newest.current(text);
      if (!clipboardData.types.includes("text/html")) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      const plain = new DataTransfer();
      plain.setData("text/plain", text);
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: plain, cancelable: true }));
    };
    document.addEventListener("paste", take, { capture: true });
    return () => document.removeEventListener("paste", take, { capture: true });
  }, []);
}
