// 办理: the quarter's way from scores to payment as steps; each says where it stands and has the button of its act.
import { App, Button, Card, Flex, Popconfirm, Steps, Tooltip, Typography } from "antd";
import { type ReactNode, useState } from "react";
import type { SettlementView } from "../../bindings/bindings";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { Blockers, namesOf } from "./Blockers";
import { courseOf, type StepKey } from "./steps";
import { TerminationDecided, TerminationDecision } from "./TerminationDecision";
import { TEXTS } from "./texts";

interface CourseProps {
  settlement: SettlementView;
  confirm: (unit?: string) => void;
  openTab: (tab: string) => void;
}

export function Course({ settlement, confirm, openTab }: CourseProps) {
  const all = usePick(TEXTS);
  const texts = all.course;
  const { status } = useSignedIn();
  const twoPerson = status.twoPerson ?? false;
  const steps = courseOf(settlement, twoPerson);
  return (
    <Flex vertical gap="middle">
      <Blockers blockers={settlement.blockers} names={namesOf(settlement)} confirm={confirm} />
      <Card size="small" title={texts.title}>
        <Steps
          orientation="vertical"
          size="small"
          current={steps.findIndex(({ status: at }) => at === "process")}
          items={steps.map(({ key, status: at, left }) => ({
            key,
            status: at,
            title: texts.steps[key],
            content: (
              <Flex vertical gap={6} align="start" style={{ paddingBlockEnd: 8 }}>
                <Said step={key} settlement={settlement} left={left} />
                <StepAct step={key} settlement={settlement} confirm={confirm} openTab={openTab} />
              </Flex>
            ),
          }))}
        />
      </Card>
      <Others settlement={settlement} />
    </Flex>
  );
}

function Said({ step, settlement, left }: { step: StepKey; settlement: SettlementView; left: number }) {
  const { course: texts } = usePick(TEXTS);
  const { status } = useSignedIn();
  const taken = {
    prepare: settlement.prepared,
    review: settlement.reviewed,
    finalise: settlement.finalised,
  };
  const said = (): string | null => {
    switch (step) {
      case "scores":
        return left === 0 ? texts.scoresDone : texts.scoresLeft(left);
      case "confirm":
        return left === 0 ? texts.confirmDone : texts.confirmLeft(left);
      case "prepare":
      case "review":
      case "finalise": {
        const by = taken[step];
        if (by !== null) return texts.by(by.name, by.at);
        if (status.twoPerson !== true || step === "prepare") return null;
        return texts.twoPerson;
      }
      case "report":
        if (settlement.state === "closed") return null;
        return settlement.reportIssued ? texts.reportDone : texts.reportHelp;
      case "sign": {
        if (settlement.state === "closed") return texts.signDone;
        const paper = settlement.paperWaiting;
        return paper === null ? texts.signWaiting : texts.paperWaiting(paper.name, paper.at);
      }
      default: {
        const due = settlement.amountDue;
        if (settlement.status === "draft" || due === null) return null;
        if (due === "0.00") return texts.payDone;
        return due.startsWith("-") ? texts.payBack(money(due.slice(1))) : texts.payLeft(money(due));
      }
    }
  };
  const text = said();
  return text === null ? null : <Typography.Text type="secondary">{text}</Typography.Text>;
}

function StepAct({ step, settlement, confirm, openTab }: CourseProps & { step: StepKey }) {
  const { course: texts } = usePick(TEXTS);
  const { message } = App.useApp();
  const { status, session } = useSignedIn();
  const may = useMay();
  const prepare = useAct("prepareSettlement");
  const take = useAct("stepSettlement");
  const { quarter, state, blockers, feePayable } = settlement;
  const twoPerson = status.twoPerson ?? false;
  const official = state === "final" || state === "closed";
  const home = status.unit;
  const cleared = blockers.length === 0 ? null : texts.cleared;

  const act = (
    label: string,
    sure: string,
    why: string | null,
    run: () => Promise<unknown>,
    done: string,
    busy: boolean,
    error: Error | null,
  ): ReactNode => {
    const go = () =>
      run().then(
        () => void message.success(done),
        () => undefined, // shown beside the button
      );
    const button = (
      <Button type="primary" disabled={why !== null} loading={busy}>
        {label}
      </Button>
    );
    return (
      <>
        {why === null ? (
          <Popconfirm
            title={label}
            description={<div style={{ maxWidth: 320 }}>{sure}</div>}
            okText={label}
            onConfirm={go}
          >
            {button}
          </Popconfirm>
        ) : (
          <Tooltip title={why}>
            <span tabIndex={0}>{button}</span>
          </Tooltip>
        )}
        {error ? <Failure error={error} /> : null}
      </>
    );
  };
  const stepping = (wanted: "review" | "finalise", label: string, sure: string, why: string | null) =>
    act(
      label,
      sure,
      why,
      () => take.mutateAsync({ quarter, step: wanted }),
      texts.done[wanted],
      take.isPending,
      take.error,
    );

  switch (step) {
    case "confirm":
      if (official || !blockers.some(({ code }) => code === "unitNotConfirmed")) return null;
      if (!may("confirmUnits", session.unit)) return null;
      return <Button onClick={() => confirm()}>{texts.confirmAct}</Button>;
    case "prepare":
      if (official || state !== "open" || !may("prepareSettlement", home)) return null;
      return act(
        texts.prepareAct,
        texts.prepareSure,
        cleared,
        () => prepare.mutateAsync({ quarter }),
        texts.done.prepare,
        prepare.isPending,
        prepare.error,
      );
    case "review": {
      if (official || state === "reviewed" || !may("stepSettlement", home)) return null;
      const why = cleared ?? (state === "prepared" ? null : texts.after(texts.steps.prepare));
      return stepping("review", texts.reviewAct, texts.reviewSure, why);
    }
    case "finalise": {
      if (official || !may("stepSettlement", home)) return null;
      const before = twoPerson && state !== "reviewed" ? texts.after(texts.steps.review) : null;
      return stepping(
        "finalise",
        texts.finaliseAct,
        texts.finaliseSure(feePayable === null ? "—" : money(feePayable)),
        cleared ?? before,
      );
    }
    case "report":
      return state === "final" ? <Button onClick={() => openTab("report")}>{texts.toReport}</Button> : null;
    case "sign":
      return state === "final" ? <Button onClick={() => openTab("report")}>{texts.toSign}</Button> : null;
    case "pay":
      if (!official || settlement.amountDue === "0.00" || !may("recordPayment", home)) return null;
      return <Button onClick={() => openTab("money")}>{texts.toMoney}</Button>;
    default:
      return null;
  }
}

/** Acts that go back, and the client's right. */
function Others({ settlement }: { settlement: SettlementView }) {
  const { course: texts } = usePick(TEXTS);
  const { status } = useSignedIn();
  const may = useMay();
  const back = useAct("returnSettlement");
  const revise = useAct("openRevision");
  const [asking, setAsking] = useState<"return" | "revision" | null>(null);
  const { quarter, state } = settlement;
  const home = status.unit;
  const returning = (state === "prepared" || state === "reviewed") && may("returnSettlement", home);
  const revising = (state === "final" || state === "closed") && may("openRevision", home);
  const { termination } = settlement;
  const deciding = settlement.terminationRight && termination === null && may("decideTermination", home);
  if (!returning && !revising && !deciding && termination === null) return null;
  return (
    <Card size="small" title={texts.other}>
      <Flex vertical gap="small" align="start">
        {deciding ? <TerminationDecision quarter={quarter} /> : null}
        {termination === null ? null : <TerminationDecided decided={termination} />}
        {returning ? <Button onClick={() => setAsking("return")}>{texts.return.act}</Button> : null}
        {revising ? (
          <Button danger onClick={() => setAsking("revision")}>
            {texts.revision.act}
          </Button>
        ) : null}
      </Flex>
      {asking === null ? null : (
        <ReasonDialog
          name={`${asking}.${quarter}`}
          title={texts[asking].title}
          says={texts[asking].sure}
          label={texts[asking].reason}
          danger={asking === "revision"}
          act={asking === "return" ? back : revise}
          request={(reason) => ({ quarter, reason })}
          done={texts.done[asking]}
          onClose={() => setAsking(null)}
        />
      )}
    </Card>
  );
}
