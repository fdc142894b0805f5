// Everything that was done on a ticket, newest first, as one timeline.
import { Card, Flex, Timeline, Typography } from "antd";
import type { TicketView, TimelineActView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { TEXTS, type Texts } from "./texts";

export function HistoryCard({ view: { acts } }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const said = ({ at, by, kind, engineers, text, scope, copies, person, basis, copied }: TimelineActView) => (
    <Flex vertical>
      <Flex gap={6} wrap>
        <span>{word(language, `event.${kind}`)}</span>
        <Typography.Text type="secondary">{`${at} ${by}`}</Typography.Text>
      </Flex>
      {engineers.length === 0 ? null : (
        <span>
          {engineers.map(({ namedAs, name }) => `${word(language, `namedAs.${namedAs}`)} ${name}`).join("，")}
        </span>
      )}
      {text === null ? null : (
        <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</span>
      )}
      {scope === null ? null : (
        <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{`${texts.scope}：${scope}`}</span>
      )}
      {copies === null ? null : (
        <span style={{ overflowWrap: "anywhere" }}>{`${texts.copies}：${copies}`}</span>
      )}
      {person === null && basis === null ? null : (
        <Typography.Text type="secondary">{texts.onBehalf(person ?? "—", basis ?? "—")}</Typography.Text>
      )}
      {copied === null ? null : (
        <Typography.Text type="secondary">{texts.copied[copied as keyof Texts["copied"]]}</Typography.Text>
      )}
    </Flex>
  );
  return (
    <Card size="small" title={texts.history}>
      <Timeline items={acts.toReversed().map((act) => ({ key: act.seq, content: said(act) }))} />
    </Card>
  );
}
