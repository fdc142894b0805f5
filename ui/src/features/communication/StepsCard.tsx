// The steps of a form: taken, with what was written, and still to be taken.
import { Card, Flex, Tag, Timeline, Typography } from "antd";
import type { FormStepBody, FormStepView, FormView } from "../../bindings/bindings";
import { Attached } from "../../shared/files/Attached";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { Fields } from "./FormPage";
import { TEXTS } from "./texts";

const COLOURS: Record<string, string> = {
  returned: "gold",
  refused: "red",
  upheld: "red",
  partlyUpheld: "gold",
};

export function StepsCard({ view }: { view: FormView }) {
  const texts = usePick(TEXTS);
  const all = view.kind.steps ?? [];
  const next = all.findIndex(({ code }) => code === view.nextStep);
  const open = next < 0 ? [] : all.slice(next);
  const taken = view.steps.map((step, place) => ({
    key: `taken ${place}`,
    color: COLOURS[step.outcome] ?? "green",
    content: <Taken view={view} taken={step} step={all.find(({ code }) => code === step.step)} />,
  }));
  const waiting = open.map((step) => ({
    key: step.code,
    color: "gray",
    content: (
      <Flex vertical>
        <Flex gap={6} wrap align="center">
          <span>{step.label}</span>
          <Typography.Text type="secondary">{texts.stepWaits}</Typography.Text>
          {step.within ? <Tag>{texts.within(step.within)}</Tag> : null}
          {step.when ? <Tag>{texts.conditional}</Tag> : null}
        </Flex>
        {step.by === "worker" ? null : (
          <Typography.Text type="secondary">{texts.stepOf[step.by as "leader" | "other"]}</Typography.Text>
        )}
      </Flex>
    ),
  }));
  return (
    <Card size="small" title={texts.steps}>
      <Timeline items={[...taken, ...waiting]} />
    </Card>
  );
}

interface TakenProps {
  view: FormView;
  taken: FormStepView;
  step: FormStepBody | undefined;
}

function Taken({ view, taken, step }: TakenProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const { outcome, on, by, text, person, basis, evidence } = taken;
  return (
    <Flex vertical gap={2}>
      <Flex gap={6} wrap align="center">
        <span>{step?.label ?? taken.step}</span>
        {outcome === "done" ? null : (
          <Tag color={COLOURS[outcome] ?? "green"}>{word(language, `stepOutcome.${outcome}`)}</Tag>
        )}
        <Typography.Text type="secondary">{`${on} ${by}`}</Typography.Text>
      </Flex>
      {person === null && basis === null ? null : (
        <Typography.Text type="secondary">{texts.behalfOf(person ?? "—", basis ?? "—")}</Typography.Text>
      )}
      {Object.keys(taken.fields).length === 0 ? null : (
        <Fields fields={step?.fields ?? []} typed={taken.fields} all={false} />
      )}
      {text === null ? null : (
        <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</span>
      )}
      {evidence === null ? null : (
        <Attached to={{ form: view.form }} file={evidence} name={`${view.form} ${step?.label ?? ""}`} />
      )}
    </Flex>
  );
}
