// The settlement as a tree, from the fee down to each person; the items of a person are read when they are opened.
import type { SettlementView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import {
  type Band,
  coefficientFormula,
  dueFormula,
  feeFormula,
  type Group,
  groupFormula,
  type Month,
  monthFormula,
  overallFormula,
  type Unit,
  unitFormula,
} from "./formulas";
import type { SettlementTexts } from "./texts";

export type Level =
  | "due"
  | "fee"
  | "base"
  | "adjustment"
  | "coefficient"
  | "overall"
  | "group"
  | "unit"
  | "month"
  | "person"
  | "item"
  | "note";

export interface Node {
  key: string;
  level: Level;
  title: string;
  /** The formula with its values, or why there is none. */
  how: string | null;
  /** What stands in the column of results; null shows a dash. */
  value: string | null;
  tags: string[];
  /** Whose score of which month. */
  of?: { unit: string; month: string; staffNo: string };
  children?: Node[];
}

function node(
  level: Level,
  key: string,
  title: string,
  how: string | null,
  value: string | null,
  children: Node[] = [],
): Node {
  return { key, level, title, how, value, tags: [], ...(children.length > 0 ? { children } : {}) };
}

export function settlementTree(settlement: SettlementView, bands: Band[], texts: SettlementTexts): Node {
  const { tree } = texts;
  const { coefficient, overall, feeBase, feePayable, adjustments, amountDue, paid } = settlement;
  const yuan = (amount: string | null) => (amount === null ? null : money(amount));
  const assumed = new Set(
    settlement.blockers.filter(({ code }) => code === "whatIf").map(({ unit }) => String(unit)),
  );
  const groups = settlement.groups
    .filter(({ units }) => units.length > 0)
    .map((group) => groupNode(group, assumed, texts));
  const overallNode = node(
    "overall",
    "overall",
    tree.overall,
    overallFormula(settlement, texts) ?? tree.missing,
    overall,
    groups,
  );
  const fee = node("fee", "fee", tree.fee, feeFormula(settlement, texts) ?? tree.missing, yuan(feePayable), [
    node("base", "base", tree.base, tree.baseHow, yuan(feeBase)),
    node(
      "coefficient",
      "coefficient",
      tree.coefficient,
      coefficientFormula(settlement, bands, texts) ?? tree.missing,
      coefficient,
      [overallNode],
    ),
  ]);
  // Where nothing was carried in or paid, what is due is the fee itself.
  if (amountDue === null || (adjustments.length === 0 && paid === "0.00")) return fee;
  const lines = adjustments.map(({ fromQuarter, amount, reason }, index) =>
    node("adjustment", `adjustment.${index}`, tree.adjustment(fromQuarter), reason, money(amount)),
  );
  const less = paid === "0.00" ? [] : [node("adjustment", "paid", tree.paid, null, money(paid))];
  return node("due", "due", tree.due, dueFormula(settlement, texts), yuan(amountDue), [
    fee,
    ...lines,
    ...less,
  ]);
}

function groupNode(group: Group, assumed: Set<string>, texts: SettlementTexts): Node {
  const name = texts.groups[group.kind] ?? group.kind;
  return node(
    "group",
    group.kind,
    texts.tree.groupMean(name),
    groupFormula(group, texts) ?? texts.tree.missing,
    group.shown,
    group.units.map((unit) => unitNode(unit, assumed.has(unit.code), texts)),
  );
}

export function unitNode(unit: Unit, assumed: boolean, texts: SettlementTexts): Node {
  const months = unit.exempt === null ? unit.months.map((month) => monthNode(unit, month, texts)) : [];
  const made = node("unit", unit.code, unit.name, unitFormula(unit, assumed, texts), unit.shown, months);
  if (assumed) made.tags.push(texts.tree.whatIf);
  return made;
}

function monthNode(unit: Unit, month: Month, texts: SettlementTexts): Node {
  const key = `${unit.code}.${month.month}`;
  const made = node(
    "month",
    key,
    texts.units.month(month.month),
    monthFormula(month, texts),
    month.shown,
    month.people.map((person) => personNode(unit, month, person, texts)),
  );
  if (!month.closed && month.people.length > 0) made.tags.push(texts.tree.monthOpen);
  return made;
}

function personNode(
  unit: Unit,
  { month }: Month,
  person: Month["people"][number],
  { tree }: SettlementTexts,
): Node {
  const key = `${unit.code}.${month}.${person.staffNo}`;
  const made = node("person", key, `${person.name} ${person.staffNo}`, null, person.score);
  made.of = { unit: unit.code, month, staffNo: person.staffNo };
  if (person.probation) made.tags.push(tree.probation);
  if (person.notAssessed) made.tags.push(tree.notAssessed);
  else if (person.score === null) made.tags.push(tree.notScored);
  else if (!person.counted) made.tags.push(tree.notCounted);
  // Opened, it asks for the items; until they are there, a line says so.
  if (person.score !== null) made.children = [node("note", `${key}.wait`, tree.loading, null, null)];
  return made;
}

/** Keys of all nodes of these levels: to be opened at once. */
export function keysOf(root: Node, levels: readonly Level[]): string[] {
  const own = levels.includes(root.level) ? [root.key] : [];
  return [...own, ...(root.children ?? []).flatMap((child) => keysOf(child, levels))];
}
