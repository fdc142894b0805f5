// Everything that was done on a ticket, newest first, as one timeline.
import { Card, Flex, Timeline, Typography } from "antd";
import type { TicketView, TimelineActView } from "../../bindings/bindings";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { TEXTS, type Texts } from "./texts";

export function HistoryCard({ view: { acts } }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  /** To whom and what it belongs from then on. */
  const linked = ({ kind, body }: TimelineActView) => {
    if (kind !== "ticket.linked") return [];
    const { opportunity, customer } = body as { opportunity: string | null; customer: string | null };
    return [opportunity ?? customer ?? texts.linkedToNothing];
  };
  const said = (act: TimelineActView) => (
    <Flex vertical>
      <Flex gap={6} wrap>
        <span>{[word(language, `event.${act.kind}`), ...linked(act)].join(" ")}</span>
        <Typography.Text type="secondary">{`${act.at} ${act.by}`}</Typography.Text>
      </Flex>
      <Besides act={act} />
    </Flex>
  );
  return (
    <Card size="small" title={texts.history}>
      <Timeline items={acts.toReversed().map((act) => ({ key: act.seq, content: said(act) }))} />
    </Card>
  );
}

function Besides({
  act: { engineers, text, scope, copies, person, basis, copied },
}: {
  act: TimelineActView;
}) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const marks = useMarks();
  return (
    <>
      {engineers.length === 0 ? null : (
        <span>
          {engineers
            .map(({ namedAs, name }) => `${word(language, `namedAs.${namedAs}`)} ${name}`)
            .join(marks.comma)}
        </span>
      )}
      {text === null ? null : (
        <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</span>
      )}
      {scope === null ? null : (
        <span
          style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
        >{`${texts.scope}${marks.colon}${scope}`}</span>
      )}
      {copies === null ? null : (
        <span style={{ overflowWrap: "anywhere" }}>{`${texts.copies}${marks.colon}${copies}`}</span>
      )}
      {person === null && basis === null ? null : (
        <Typography.Text type="secondary">{texts.onBehalf(person ?? "—", basis ?? "—")}</Typography.Text>
      )}
      {copied === null ? null : (
        <Typography.Text type="secondary">{texts.copied[copied as keyof Texts["copied"]]}</Typography.Text>
      )}
    </>
  );
}
