// The quarter in one sentence, and the figures it rests on. All of them were computed by the program.
import { Card, Descriptions, Flex, Tag, Typography } from "antd";
import { Children, type ReactNode } from "react";
import type { SettlementView } from "../../bindings";
import { money, percent, toPlaces } from "../../shared/exact";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";

const STATUS_COLOURS: Record<SettlementView["status"], string> = {
  draft: "default",
  final: "blue",
  closed: "green",
};

export function Result({ settlement, refresh }: { settlement: SettlementView; refresh: ReactNode }) {
  const texts = useTexts();
  return (
    <Card>
      <Flex align="start" justify="space-between" gap="small">
        <Typography.Paragraph
          style={{ fontSize: 20, lineHeight: 1.6, marginBlockEnd: 12 }}
          data-testid="sentence"
        >
          <Sentence settlement={settlement} />
        </Typography.Paragraph>
        <Flex align="center" gap="small">
          <Tag color={STATUS_COLOURS[settlement.status]} style={{ marginInlineEnd: 0 }}>
            {texts.quarter.status[settlement.status]}
          </Tag>
          {refresh}
        </Flex>
      </Flex>
      <Figures settlement={settlement} />
    </Card>
  );
}

function Sentence({ settlement }: { settlement: SettlementView }) {
  const texts = useTexts();
  const words = texts.settlement;
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
  const figure = (text: string): ReactNode => <strong>{text}</strong>;
  const parts = words.sentence(quarter, figure(overall), figure(coefficient), figure(money(feePayable)));
  return Children.toArray(parts);
}

function Figures({ settlement }: { settlement: SettlementView }) {
  const texts = useTexts();
  const words = texts.settlement;
  const figures: { key: string; label: ReactNode; children: ReactNode }[] = settlement.groups.map(
    (group) => ({
      key: group.kind,
      label: words.groupLine(words.groups[group.kind] ?? group.kind, group.counted, percent(group.weight)),
      children: (
        <>
          {group.score === null ? "—" : toPlaces(group.score, 2)}
          {group.exempt > 0 ? (
            <Typography.Text type="secondary"> · {words.exemptCount(group.exempt)}</Typography.Text>
          ) : null}
        </>
      ),
    }),
  );
  if (settlement.overallExact !== null) {
    figures.push({ key: "exact", label: words.exact, children: toPlaces(settlement.overallExact, 6) });
  }
  if (settlement.band !== null) {
    figures.push({ key: "band", label: words.band, children: words.bands[settlement.band] });
  }
  if (settlement.feeBase !== null) {
    figures.push({ key: "base", label: words.base, children: money(settlement.feeBase) });
  }
  if (settlement.amountDue !== null) {
    figures.push({
      key: "due",
      label: <span title={words.dueHelp}>{words.due}</span>,
      children: money(settlement.amountDue),
    });
  }
  return <Descriptions size="small" column={{ xs: 1, md: 2, xl: 3 }} items={figures} />;
}
