// The unit's answer and the province's decision: yes or no, and why.
import { App, Form, Input, Radio } from "antd";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { ActForm } from "./ActForm";
import { OBJECTION_TEXTS } from "./texts";

interface AnswerFormProps {
  unit: string;
  quarter: string;
  number: number;
  onClose: () => void;
}

export function AnswerForm({ unit, quarter, number, onClose }: AnswerFormProps) {
  const words = usePick(OBJECTION_TEXTS);
  const { message } = App.useApp();
  const answer = useAct("answerObjection");
  return (
    <ActForm<{ accepted: boolean; text: string }>
      name={`answer.${unit}.${quarter}.${number}`}
      title={words.answer}
      says={words.answerHelp}
      initial={{}}
      pending={answer.isPending}
      error={answer.error}
      onClose={onClose}
      onAct={({ accepted, text }, forget) =>
        answer.mutate(
          { unit, quarter, number, accepted, text: text.trim() },
          {
            onSuccess: () => {
              forget();
              onClose();
              void message.success(words.answered);
            },
          },
        )
      }
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
      <Form.Item
        name="text"
        label={words.answerText}
        rules={[{ required: true, whitespace: true, message: words.answerNeeded }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </ActForm>
  );
}

export function DecideForm({ unit, quarter, number, onClose }: AnswerFormProps) {
  const words = usePick(OBJECTION_TEXTS);
  const { message } = App.useApp();
  const decide = useAct("decideObjection");
  return (
    <ActForm<{ upheld: boolean; reason: string }>
      name={`decide.${unit}.${quarter}.${number}`}
      title={words.decide}
      says={words.decideHelp}
      pending={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onAct={({ upheld, reason }, forget) =>
        decide.mutate(
          { unit, quarter, number, upheld, reason: reason.trim() },
          {
            onSuccess: () => {
              forget();
              onClose();
              void message.success(words.decided);
            },
          },
        )
      }
    >
      <Form.Item name="upheld" label={words.upheld} rules={[{ required: true, message: words.upheldNeeded }]}>
        <Radio.Group
          options={[
            { value: true, label: words.upheldYes },
            { value: false, label: words.upheldNo },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </ActForm>
  );
}
