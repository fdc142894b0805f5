// A version of the rubric or of the rules as lines that people read.
import { percent } from "../../shared/exact";
import type { WorkRuleView } from "../../bindings/bindings";
import { isShare, shifted } from "./WorkRuleFields";
import type { SettingsTexts } from "./texts";
import type { Line, Rubric, RuleSet } from "./versions";

type Words = SettingsTexts["rules"];

export function linesOfRubric(rubric: Rubric, words: Words): Line[] {
  return [
    ...rubric.items.map((item) => ({
      key: `item.${item.code}`,
      label: `${item.name}（${item.code}）`,
      text: [
        item.veto ? words.veto : words.points(item.max),
        ...(item.needsReason ? [words.needsReason] : []),
        ...(item.attendance ? [words.attendanceRule(item.attendance)] : []),
        ...(item.work ? [workRuleText(item.work, words)] : []),
      ].join(" · "),
    })),
    { key: "total", label: words.total, text: rubric.totalAllowed ? words.yes : words.no },
    { key: "label", label: words.labelField, text: rubric.label },
  ];
}

function workRuleText(rule: WorkRuleView, { work }: Words): string {
  const unit = isShare(rule.measure) ? "%" : "";
  const at = (text: string) => `${isShare(rule.measure) ? shifted(text, 2) : text}${unit}`;
  return work.rule(work.measures[rule.measure], at(rule.zero), at(rule.full), rule.least);
}

export function linesOfRuleSet(rules: RuleSet, words: Words): Line[] {
  const bands = rules.bands.map(({ from, kind }, index) => ({
    key: `band.${kind}`,
    label: words.bands[kind] ?? kind,
    text: words.range(from, rules.bands[index + 1]?.from ?? null),
  }));
  return [
    { key: "provincial", label: words.provincial, text: percent(rules.weights.provincial) },
    { key: "city", label: words.city, text: percent(rules.weights.city) },
    ...bands,
    { key: "minDays", label: words.minDays, text: words.days(rules.minDays) },
    {
      key: "probation",
      label: words.probation,
      text: rules.probationCounts ? words.counts : words.countsNot,
    },
    {
      key: "replacement",
      label: words.replacement,
      text: words.replacementEdge(rules.replacementAtSeventy),
    },
    { key: "termination", label: words.termination, text: words.below(rules.terminationBelow) },
    { key: "nearEdge", label: words.nearEdge, text: words.points(rules.nearEdge) },
    { key: "objection", label: words.objection, text: words.workingDays(rules.objectionDays) },
  ];
}
