// The unit's answer and the province's decision: yes or no, and why.
import { Form, Radio } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { OBJECTION_TEXTS } from "./texts";

interface AnswerFormProps {
  unit: string;
  quarter: string;
  number: number;
  onClose: () => void;
}

export function AnswerForm({ unit, quarter, number, onClose }: AnswerFormProps) {
  const words = usePick(OBJECTION_TEXTS);
  return (
    <ActDialog
      name={`answer.${unit}.${quarter}.${number}`}
      title={words.answer}
      says={words.answerHelp}
      act={useAct("answerObjection")}
      request={({ accepted, text }: { accepted: boolean; text: string }) => ({
        unit,
        quarter,
        number,
        accepted,
        text: text.trim(),
      })}
      done={words.answered}
      onClose={onClose}
    >
      <Form.Item
        name="accepted"
        label={words.accepted}
        rules={[{ required: true, message: words.acceptNeeded }]}
      >
        <Radio.Group
          options={[
            { value: true, label: words.acceptYes },
            { value: false, label: words.acceptNo },
          ]}
        />
      </Form.Item>
      <ReasonItem name="text" label={words.answerText} needed={words.answerNeeded} />
    </ActDialog>
  );
}

export function DecideForm({ unit, quarter, number, onClose }: AnswerFormProps) {
  const words = usePick(OBJECTION_TEXTS);
  return (
    <ActDialog
      name={`decide.${unit}.${quarter}.${number}`}
      title={words.decide}
      says={words.decideHelp}
      act={useAct("decideObjection")}
      request={({ upheld, reason }: { upheld: boolean; reason: string }) => ({
        unit,
        quarter,
        number,
        upheld,
        reason: reason.trim(),
      })}
      done={words.decided}
      onClose={onClose}
    >
      <Form.Item name="upheld" label={words.upheld} rules={[{ required: true, message: words.upheldNeeded }]}>
        <Radio.Group
          options={[
            { value: true, label: words.upheldYes },
            { value: false, label: words.upheldNo },
          ]}
        />
      </Form.Item>
      <ReasonItem name="reason" label={words.reason} />
    </ActDialog>
  );
}
