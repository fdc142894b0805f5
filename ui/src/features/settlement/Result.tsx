// The quarter in one sentence, and the figures it rests on. All of them were computed by the program.
import { Card, Descriptions, Flex, Tag, Typography } from "antd";
import { Children, type ReactNode } from "react";
import type { SettlementView } from "../../bindings/bindings";
import { money, percent, shownExact } from "../../shared/exact";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { TEXTS } from "./texts";

export const STATUS_COLOURS: Record<string, string> = {
  draft: "default",
  final: "blue",
  closed: "green",
};

interface ResultProps {
  settlement: SettlementView;
  /** What stands at the right of the sentence, after the quarter's state. */
  more?: ReactNode;
}

export function Result({ settlement, more }: ResultProps) {
  const texts = useTexts();
  const words = usePick(TEXTS);
  return (
    <Card size="small">
      <Flex align="start" justify="space-between" gap="middle">
        <Typography.Paragraph style={{ fontSize: 16, lineHeight: 1.5, margin: 0 }} data-testid="sentence">
          <Sentence settlement={settlement} />
        </Typography.Paragraph>
        <Flex align="center" gap="small">
          {settlement.revision > 1 ? (
            <Tag style={{ marginInlineEnd: 0 }}>{words.revision(settlement.revision)}</Tag>
          ) : null}
          <Tag color={STATUS_COLOURS[settlement.status] ?? "default"} style={{ marginInlineEnd: 0 }}>
            {texts.quarter.status[settlement.status]}
          </Tag>
          {more}
        </Flex>
      </Flex>
    </Card>
  );
}

export function Sentence({ settlement }: { settlement: SettlementView }) {
  const texts = useTexts();
  const words = usePick(TEXTS);
  const { overall, coefficient, feePayable, blockers } = settlement;
  const quarter = quarterName(texts, settlement.quarter);
  if (overall === null || coefficient === null || feePayable === null) {
    return (
      <>
        {words.notYet(quarter, overall)}
        {words.notYetWhy(blockers.length)}
      </>
    );
  }
  const figure = (text: string): ReactNode => (
    <strong key={text} style={{ fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }}>
      {text}
    </strong>
  );
  const parts = words.sentence(quarter, figure(overall), figure(coefficient), figure(money(feePayable)));
  return Children.toArray(parts);
}

/** What the sentence rests on. */
export function Figures({ settlement }: { settlement: SettlementView }) {
  const words = usePick(TEXTS);
  const figures: { key: string; label: ReactNode; children: ReactNode }[] = settlement.groups.map(
    (group) => ({
      key: group.kind,
      label: words.groupLine(words.groups[group.kind] ?? group.kind, group.counted, percent(group.weight)),
      children: (
        <>
          {group.shown ?? "—"}
          {group.exempt > 0 ? (
            <Typography.Text type="secondary"> · {words.exemptCount(group.exempt)}</Typography.Text>
          ) : null}
        </>
      ),
    }),
  );
  const add = (key: string, label: ReactNode, children: ReactNode) => figures.push({ key, label, children });
  const { overallExact, band, feeBase, feePayableSplit, taxRate, amountDue, difference, journalHead } =
    settlement;
  if (overallExact !== null) add("exact", words.exact, shownExact(overallExact));
  if (band !== null) add("band", words.band, words.bands[band] ?? band);
  if (feeBase !== null) add("base", words.base, money(feeBase));
  if (feePayableSplit !== null) {
    const { net, tax, capitals } = feePayableSplit;
    add("capitals", words.capitals, capitals);
    if (taxRate !== null) add("tax", words.tax, words.taxLine(money(net), money(tax), taxRate));
  }
  if (difference !== null) add("difference", words.difference, money(difference));
  if (settlement.paid !== "0.00") add("paid", words.paid, money(settlement.paid));
  if (amountDue !== null) add("due", <span title={words.dueHelp}>{words.due}</span>, money(amountDue));
  if (journalHead !== null) {
    const shortened = `${journalHead.slice(0, 16)}…`;
    add(
      "head",
      words.journalHead,
      <Typography.Text copyable={{ text: journalHead }}>{shortened}</Typography.Text>,
    );
  }
  return (
    <Card size="small">
      <Descriptions size="small" column={{ xs: 1, md: 2, xxl: 3 }} items={figures} />
    </Card>
  );
}
