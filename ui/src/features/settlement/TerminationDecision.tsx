// The client's decision about its right to end the contract after two low quarters.
import { Alert, App, Button, Form, Input, Modal, Radio, Typography } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Decision {
  exercise: boolean;
  reason: string;
}

export function TerminationDecision({ quarter }: { quarter: string }) {
  const all = usePick(TEXTS).course;
  const texts = all.termination;
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const decide = useAct("decideTermination");
  const kept = useKeptForm<Decision>(`termination.${quarter}`);
  const submit = async (decision: Decision) => {
    try {
      await decide.mutateAsync({ quarter, ...decision });
    } catch {
      return; // shown below, with what was typed
    }
    kept.forget();
    setOpen(false);
    void message.success(all.done.termination);
  };
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
      <Modal
        open={open}
        title={texts.title}
        okText={texts.act.replace("…", "")}
        confirmLoading={decide.isPending}
        onOk={() => kept.form.submit()}
        onCancel={() => setOpen(false)}
        forceRender
      >
        <Typography.Paragraph>{texts.sure}</Typography.Paragraph>
        <Form {...kept.props} layout="vertical" requiredMark={false} onFinish={submit}>
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
          <Form.Item
            name="reason"
            label={texts.reason}
            rules={[{ required: true, whitespace: true, message: all.reasonNeeded }]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </Form>
        {decide.error ? <Failure error={decide.error} /> : null}
      </Modal>
    </>
  );
}
