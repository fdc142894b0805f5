// A person's cases, latest first, with what was decided and by whom.
import { Button, Timeline, Typography } from "antd";
import type { CaseView, CertificationView, DecisionView } from "../../bindings/bindings";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { Attached } from "../../shared/files/Attached";
import { Follow } from "./Follow";
import { TEXTS } from "./texts";

const COLOURS: Record<CaseView["state"], string> = {
  open: "blue",
  passed: "green",
  failed: "red",
  withdrawn: "gray",
};

export function History({ view, look }: { view: CertificationView; look: (number: number) => void }) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  if (view.cases.length === 0)
    return <Typography.Text type="secondary">{texts.person.noCase}</Typography.Text>;
  return (
    <Timeline
      items={[...view.cases].reverse().map((one) => ({
        key: one.number,
        color: COLOURS[one.state],
        content: (
          <>
            <Typography.Text strong>
              {`${texts.person.case(one.number)}${marks.comma}${texts.target(one.level)}${marks.colon}${word(language, `caseState.${one.state}`)}`}
            </Typography.Text>
            {one.number === view.case?.number ? null : (
              <Button type="link" size="small" onClick={() => look(one.number)}>
                {texts.look}
              </Button>
            )}
            <div>{texts.decision.opened(one.openedOn, one.openedBy)}</div>
            {one.decision === null ? null : <Decided decision={one.decision} />}
            {one.decision?.paper ? (
              <Attached
                to={{ staffNo: view.staffNo }}
                file={one.decision.paper}
                name={`${texts.paper.decision}-${view.staffNo}-${one.number}`}
              />
            ) : null}
            {one.follows === null ? null : <Follow person={view} follows={one.follows} />}
            {one.withdrawn === null ? null : <div>{texts.decision.withdrawn(one.withdrawn)}</div>}
          </>
        ),
      }))}
    />
  );
}

function Decided({ decision }: { decision: DecisionView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const words = texts.decision;
  return (
    <>
      <div>
        {decision.passed
          ? words.passed(decision.validFrom ?? "")
          : words.failed(decision.reason ?? "", word(language, `afterFailing.${decision.then ?? ""}`))}
      </div>
      {decision.exception === null ? null : <div>{words.exception(decision.exception)}</div>}
      <div>{words.evaluator(decision.evaluator ?? words.nobody, decision.on)}</div>
      {decision.onBehalf ? <div>{words.onBehalf(decision.by, decision.basis ?? words.attached)}</div> : null}
    </>
  );
}
