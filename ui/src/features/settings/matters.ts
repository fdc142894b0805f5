// Customers and opportunities of whose people something is kept, found by name, and what is kept of the chosen one.
import type { ErasablePartView, MatterKind } from "../../bindings/bindings";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

/** A choice: its value, and how it is shown. */
export interface Choice {
  value: string;
  label: string;
}

export function isMatter(kind: string): kind is MatterKind {
  return kind === "customer" || kind === "opportunity";
}

/** Those with these words, and the chosen one. */
export function useMatters(kind: string, typed: string, chosen: string) {
  const matter = isMatter(kind);
  const of = matter ? kind : "customer";
  const words = typed.trim();
  const text = usePaused(words);
  const found = useRead("erasableMatters", { kind: of, text }, matter);
  const itself = useRead("erasableMatters", { kind: of, text: chosen }, matter && chosen !== "");
  const shown = [
    ...(text === "" ? (itself.data ?? []).filter((one) => one.matter === chosen) : []),
    ...(found.data ?? []),
  ];
  const names = new Map(shown.map(({ matter: number, name }) => [number, name]));
  const options: Choice[] = [...names].map(([value, name]) => ({ value, label: `${value} ${name}` }));
  return { options, looking: text !== words || found.isPending };
}

/** What is kept of it. */
export function useParts(kind: string, chosen: string): { options: Choice[]; none: boolean } {
  const { parts } = usePick(TEXTS).personal;
  const enabled = isMatter(kind) && chosen !== "";
  const found = useRead(
    "erasableParts",
    { kind: isMatter(kind) ? kind : "customer", matter: chosen },
    enabled,
  );
  const label = ({ part, number, begins }: ErasablePartView) =>
    [parts[part] ?? part, number, begins].filter((text) => text !== null).join(" ");
  const options = (found.data ?? []).map((part) => ({ value: part.subject, label: label(part) }));
  return { options, none: found.data?.length === 0 };
}
