// Everything that was done with a form, newest first, as one timeline.
import { Card, Flex, Timeline, Typography } from "antd";
import type { FormView, TimelineActView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

interface Body {
  step?: string;
  outcome?: string;
  item?: string;
  name?: string;
  reason?: string;
  until?: string;
}

export function FormHistory({ view }: { view: FormView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const besides = ({ kind, body }: TimelineActView): string => {
    const { step, outcome, item, name, reason, until } = body as Body;
    if (kind === "form.stepTaken") {
      const label = (view.kind.steps ?? []).find(({ code }) => code === step)?.label ?? step ?? "";
      return outcome === "done" ? label : `${label} ${word(language, `stepOutcome.${outcome ?? ""}`)}`;
    }
    if (kind === "form.itemSet") {
      return (view.kind.items ?? []).find(({ code }) => code === item)?.label ?? item ?? "";
    }
    return name ?? reason ?? until ?? "";
  };
  const said = (act: TimelineActView) => (
    <Flex vertical>
      <Flex gap={6} wrap>
        <span>{[word(language, `event.${act.kind}`), besides(act)].filter(Boolean).join(" ")}</span>
        <Typography.Text type="secondary">{`${act.at} ${act.by}`}</Typography.Text>
      </Flex>
      {act.text === null ? null : (
        <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{act.text}</span>
      )}
      {act.person === null && act.basis === null ? null : (
        <Typography.Text type="secondary">
          {texts.behalfOf(act.person ?? "—", act.basis ?? "—")}
        </Typography.Text>
      )}
    </Flex>
  );
  return (
    <Card size="small" title={texts.history}>
      <Timeline items={view.acts.toReversed().map((act) => ({ key: act.seq, content: said(act) }))} />
    </Card>
  );
}
