// How each figure of a settlement came about, in words with its values. The values are the program's; nothing is
// worked out here.
import type { SettlementView } from "../../bindings/bindings";
import { money, percent, shownExact } from "../../shared/exact";
import type { SettlementTexts } from "./texts";

export type Group = SettlementView["groups"][number];
export type Unit = Group["units"][number];
export type Month = Unit["months"][number];

/** More terms than these are named by their number: a sum over 24 units is not read. */
const MOST_UNITS = 4;
const MOST_PEOPLE = 16;

/** Where a band of payment begins, and which kind it is, as the rule set has it. */
export interface Band {
  from: string;
  kind: string;
}

/** `(a + b) ÷ 2`; one term stands alone. */
function mean(terms: string[]): string {
  return terms.length === 1 ? (terms[0] ?? "") : `(${terms.join(" + ")}) ÷ ${terms.length}`;
}

export function dueFormula(settlement: SettlementView, { tree }: SettlementTexts): string | null {
  if (settlement.feePayable === null) return null;
  const adjusted = settlement.adjustments.map(({ amount }) =>
    amount.startsWith("-") ? `− ${money(amount.slice(1))}` : `+ ${money(amount)}`,
  );
  return tree.dueFormula(money(settlement.feePayable), adjusted, money(settlement.paid));
}

export function feeFormula(settlement: SettlementView, { tree }: SettlementTexts): string | null {
  const { feeBase, coefficient, feePayable } = settlement;
  if (feeBase === null || coefficient === null || feePayable === null) return null;
  return tree.feeFormula(money(feeBase), coefficient);
}

export function coefficientFormula(
  { overall, coefficient, band }: SettlementView,
  bands: Band[],
  { tree }: SettlementTexts,
): string | null {
  if (overall === null || coefficient === null || band === null) return null;
  const at = bands.findIndex(({ kind }) => kind === band);
  const from = bands[at]?.from ?? null;
  const to = at < 0 ? null : (bands[at + 1]?.from ?? null);
  if (band === "linear") return tree.linear(overall, coefficient, from, to);
  return band === "full" ? tree.full(overall, from) : tree.none(overall, to);
}

export function overallFormula(settlement: SettlementView, { tree }: SettlementTexts): string | null {
  const { overall, overallExact, groups } = settlement;
  if (overall === null || overallExact === null) return null;
  const parts = groups.flatMap(({ kind, score, weight }) =>
    score === null ? [] : [tree.part(tree.group(kind), shownExact(score), percent(weight))],
  );
  return tree.overallFormula(parts, shownExact(overallExact), overall);
}

export function groupFormula(group: Group, { tree }: SettlementTexts): string | null {
  if (group.score === null) return null;
  const scores = group.units.flatMap(({ exempt, score }) =>
    exempt === null && score !== null ? [shownExact(score)] : [],
  );
  const exact = shownExact(group.score);
  return scores.length > 0 && scores.length <= MOST_UNITS && group.exempt === 0
    ? tree.meanOf(mean(scores), exact)
    : tree.groupFormula(group.counted, group.exempt, exact);
}

export function unitFormula(unit: Unit, assumed: boolean, { tree, units }: SettlementTexts): string | null {
  if (unit.exempt !== null) return tree.exempt(unit.exempt);
  if (assumed) return tree.whatIf;
  if (unit.score === null) return tree.missing;
  const scored = unit.months.flatMap(({ month, score }) =>
    score === null ? [] : [{ month: units.month(month), score: shownExact(score) }],
  );
  const absent = unit.months.filter(({ noEngineer, score }) => noEngineer && score === null);
  const [only] = scored;
  const formula =
    scored.length === 1 && only !== undefined
      ? tree.unitOne(only.month)
      : tree.meanOf(
          mean(scored.map(({ month, score }) => tree.monthTerm(month, score))),
          shownExact(unit.score),
        );
  return absent.length === 0
    ? formula
    : formula + tree.leftOut(absent.map(({ month }) => units.month(month)).join(", "));
}

export function monthFormula(month: Month, { tree }: SettlementTexts): string | null {
  if (month.score === null) return month.noEngineer ? tree.noEngineer : tree.missing;
  const scores = month.people.flatMap(({ counted, score }) => (counted && score !== null ? [score] : []));
  if (scores.length === 1) return tree.onePerson;
  const exact = shownExact(month.score);
  return scores.length > 0 && scores.length <= MOST_PEOPLE
    ? tree.meanOf(mean(scores.map(shownExact)), exact)
    : tree.monthMany(month.headcount, exact);
}
