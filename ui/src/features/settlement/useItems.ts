// The items of persons' months, read when a person of the tree is opened: one reading for a unit's month.
import { useQueries } from "@tanstack/react-query";
import type { RubricView, UnitMonthView } from "../../bindings/bindings";
import { useMay } from "../../shared/session";
import { call, useTransport } from "../../shared/transport";
import { useRead } from "../../shared/useCase";
import type { SettlementTexts } from "./texts";
import type { Node } from "./tree";

type Row = UnitMonthView["rows"][number];

/** Fills in the children of the opened persons. */
export function useItems(root: Node, open: readonly string[], texts: SettlementTexts): Node {
  const transport = useTransport();
  const may = useMay();
  const opened = new Set(open);
  const months = new Map<string, { unit: string; month: string }>();
  each(root, ({ of, key, children }) => {
    if (of && children && opened.has(key))
      months.set(`${of.unit}.${of.month}`, { unit: of.unit, month: of.month });
  });
  const wanted = [...months];
  const rulebook = useRead("rulebook", {}, wanted.length > 0 && may("rulebook"));
  const answers = useQueries({
    queries: wanted.map(([, request]) => ({
      queryKey: ["unitMonth", request],
      queryFn: () => call(transport, "unitMonth", request),
    })),
  });
  if (wanted.length === 0) return root;
  const sheets = new Map(wanted.map(([key], index) => [key, answers[index]]));
  const rubrics = rulebook.data?.rubrics ?? [];
  return replaced(root, (node) => {
    if (!node.of || !node.children || !opened.has(node.key)) return node;
    const answer = sheets.get(`${node.of.unit}.${node.of.month}`);
    if (answer === undefined || answer.isPending) return node;
    const { staffNo } = node.of;
    const row = answer.data?.rows.find((one) => one.staffNo === staffNo);
    const rubric = rubrics.find(({ version }) => version === answer.data?.rubric);
    return { ...node, children: itemNodes(node.key, row, rubric, texts) };
  });
}

export function itemNodes(
  key: string,
  row: Row | undefined,
  rubric: Pick<RubricView, "version" | "items"> | undefined,
  { tree }: SettlementTexts,
): Node[] {
  const line = (at: string, title: string, how: string | null, value: string | null): Node => ({
    key: `${key}.${at}`,
    level: value === null ? "note" : "item",
    title,
    how,
    value,
    tags: [],
  });
  if (row === undefined) return [line("none", tree.failed, null, null)];
  const items = row.items.map((item) => {
    const known = rubric?.items.find(({ code }) => code === item.code);
    // Whoever set another number than the computed one said why; what was computed stands before it.
    const other = row.computed.find(({ code, followed }) => code === item.code && !followed);
    const how = [
      known === undefined ? null : tree.itemOf(known.max),
      other?.how ?? null,
      item.reason,
      item.evidence === null ? null : tree.evidence(item.evidence),
    ];
    return line(item.code, known?.name ?? item.code, how.filter(Boolean).join(" · "), item.points);
  });
  if (items.length === 0) items.push(line("none", tree.noItems, null, null));
  if (row.note !== null && row.note !== "") items.push(line("note", tree.note, row.note, null));
  return items;
}

function each(node: Node, hear: (node: Node) => void): void {
  hear(node);
  for (const child of node.children ?? []) each(child, hear);
}

/** The same tree where nothing changed below: unchanged rows are not drawn again. */
function replaced(node: Node, change: (node: Node) => Node): Node {
  const changed = change(node);
  if (changed !== node || node.children === undefined) return changed;
  const children = node.children.map((child) => replaced(child, change));
  return children.some((child, index) => child !== node.children?.[index]) ? { ...node, children } : node;
}
