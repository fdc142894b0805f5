// How an opportunity ended, and why; or why it was voided.
import { Card, Descriptions } from "antd";
import type { OpportunityView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { OutcomeTag } from "./OutcomeTag";
import { TEXTS } from "./texts";

export function ConclusionCard({ view: { conclusion, voided } }: { view: OpportunityView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const said = (text: string) => (
    <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</span>
  );
  const ended =
    conclusion === null
      ? []
      : [
          { key: "outcome", label: texts.outcome, children: <OutcomeTag outcome={conclusion.outcome} /> },
          { key: "on", label: texts.day, children: conclusion.on },
          ...(conclusion.success
            ? [
                {
                  key: "deal",
                  label: texts.deal,
                  children: conclusion.amount === null ? texts.empty : money(conclusion.amount),
                },
              ]
            : []),
          { key: "reason", label: texts.reason, children: said(conclusion.reason ?? texts.gone) },
          { key: "lessons", label: texts.lessons, children: said(conclusion.lessons ?? texts.empty) },
        ];
  const undone =
    voided === null
      ? []
      : [
          { key: "why", label: texts.void, children: word(language, `voidedFor.${voided.why}`) },
          { key: "voidReason", label: texts.reason, children: said(voided.reason ?? texts.gone) },
        ];
  return (
    <Card size="small" title={texts.outcome}>
      <Descriptions size="small" column={1} items={[...undone, ...ended]} />
    </Card>
  );
}
