// The client's decision about its right to end the contract after two low quarters.
import { Alert, Button, Form, Radio } from "antd";
import { useState } from "react";
import type { TerminationView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Decision {
  exercise: boolean;
  reason: string;
}

/** What was decided, by whom, when, and why. */
export function TerminationDecided({ decided }: { decided: TerminationView }) {
  const texts = usePick(TEXTS).course.termination;
  const { exercise, reason, name, at } = decided;
  return (
    <Alert
      type="info"
      showIcon
      title={texts.decided(exercise ? texts.exercise : texts.keep)}
      description={texts.decidedBy(name, at, reason)}
      style={{ alignSelf: "stretch" }}
    />
  );
}

export function TerminationDecision({ quarter }: { quarter: string }) {
  const all = usePick(TEXTS).course;
  const texts = all.termination;
  const [open, setOpen] = useState(false);
  const decide = useAct("decideTermination");
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={texts.title}
        description={texts.help}
        action={<Button onClick={() => setOpen(true)}>{texts.act}</Button>}
        style={{ alignSelf: "stretch" }}
      />
      {open ? (
        <ActDialog
          name={`termination.${quarter}`}
          title={texts.title}
          says={texts.sure}
          okText={texts.act.replace("…", "")}
          act={decide}
          request={({ exercise, reason }: Decision) => ({ quarter, exercise, reason: reason.trim() })}
          done={all.done.termination}
          onClose={() => setOpen(false)}
        >
          <Form.Item
            name="exercise"
            label={texts.choice}
            rules={[{ required: true, message: texts.choiceNeeded }]}
          >
            <Radio.Group
              options={[
                { value: false, label: texts.keep },
                { value: true, label: texts.exercise },
              ]}
            />
          </Form.Item>
          <ReasonItem name="reason" label={texts.reason} />
        </ActDialog>
      ) : null}
    </>
  );
}
