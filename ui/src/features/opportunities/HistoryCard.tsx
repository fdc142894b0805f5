// Everything that was done with an opportunity or a customer, newest first, as one timeline.
import { Card, Flex, Timeline, Typography } from "antd";
import type { TimelineActView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

interface Body {
  from?: string;
  to?: string;
  outcome?: string;
  ticket?: string;
  opportunity?: string;
}

interface HistoryCardProps {
  acts: TimelineActView[];
  /** Whose page it is: its own number is not repeated. */
  of: string;
}

export function HistoryCard({ acts, of }: HistoryCardProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const stage = (code: string | undefined) => word(language, `pipelineStage.${code ?? ""}`);
  const besides = ({ kind, body }: TimelineActView): string[] => {
    const { from, to, outcome, ticket, opportunity } = body as Body;
    const number = ticket ?? (opportunity === of ? undefined : opportunity);
    return [
      ...(number === undefined ? [] : [number]),
      ...(kind === "opportunity.moved" ? [texts.fromTo(stage(from), stage(to))] : []),
      ...(kind === "opportunity.concluded" ? [word(language, `dealOutcome.${outcome ?? ""}`)] : []),
    ];
  };
  const said = (act: TimelineActView) => (
    <Flex vertical>
      <Flex gap={6} wrap>
        <span>{[word(language, `event.${act.kind}`), ...besides(act)].join(" ")}</span>
        <Typography.Text type="secondary">{`${act.at} ${act.by}`}</Typography.Text>
      </Flex>
      {act.text === null ? null : (
        <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{act.text}</span>
      )}
    </Flex>
  );
  return (
    <Card size="small" title={texts.history}>
      <Timeline items={acts.toReversed().map((act) => ({ key: act.seq, content: said(act) }))} />
    </Card>
  );
}
