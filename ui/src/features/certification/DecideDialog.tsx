// The reviewers' decision: passed from a day on, or failed with the reason and what follows; one's own, or entered for somebody.
import { Form, Input, Radio } from "antd";
import type { CertificationView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { DayItem } from "./DayItem";
import { type DecideFields, decideRequest, PAPERS } from "./requests";
import { TEXTS } from "./texts";

export function DecideDialog({ view, close }: { view: CertificationView; close: () => void }) {
  const texts = usePick(TEXTS).decide;
  const words = usePick(TEXTS).evidence;
  const today = useToday();
  return (
    <ActDialog<DecideFields, ReturnType<typeof decideRequest>, unknown>
      name={`decide.${view.staffNo}.${view.case?.number ?? 0}`}
      title={texts.title}
      says={texts.help}
      initial={{ validFrom: today }}
      act={useAct("decideCase")}
      request={(fields) => decideRequest(view.staffNo, fields)}
      done={texts.done}
      onClose={close}
    >
      <Form.Item
        name="passed"
        label={texts.outcome}
        rules={[{ required: true, message: texts.outcomeNeeded }]}
      >
        <Radio.Group
          options={[
            { value: true, label: texts.passed },
            { value: false, label: texts.failed },
          ]}
        />
      </Form.Item>
      <OutcomeItems exception={view.gates.some(({ verdict }) => verdict === "notMet")} />
      <Form.Item name="evaluator" label={texts.evaluator} extra={texts.evaluatorHelp}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="basis" label={texts.basis} extra={texts.basisHelp}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="paper" label={texts.paper}>
        <PathField kind={{ name: words.anyFile, extensions: PAPERS }} title={texts.paper} takesDrops />
      </Form.Item>
    </ActDialog>
  );
}

function OutcomeItems({ exception }: { exception: boolean }) {
  const texts = usePick(TEXTS).decide;
  const passed: unknown = Form.useWatch("passed");
  if (passed === true) {
    return (
      <>
        <DayItem name="validFrom" label={texts.validFrom} />
        {exception ? (
          <Form.Item name="exception" label={texts.exception} extra={texts.exceptionHelp}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        ) : null}
      </>
    );
  }
  if (passed !== false) return null;
  return (
    <>
      <Form.Item
        name="reason"
        label={texts.reason}
        rules={[{ required: true, whitespace: true, message: texts.reasonNeeded }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="then" label={texts.then} rules={[{ required: true, message: texts.thenNeeded }]}>
        <Radio.Group
          options={["retrain", "replace"].map((value) => ({ value, label: texts.thens[value] ?? value }))}
        />
      </Form.Item>
    </>
  );
}
