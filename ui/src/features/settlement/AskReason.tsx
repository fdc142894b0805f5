// A button of an act that asks for a reason first, and says what the act will do.
import { App, Button, Form, Input, Modal, Typography } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

interface AskReasonProps {
  /** Names what was typed, so that it is kept. */
  name: string;
  words: { act: string; title: string; sure: string; reason: string };
  done: string;
  act: { mutateAsync: (reason: string) => Promise<unknown>; isPending: boolean; error: Error | null };
  danger?: boolean;
}

export function AskReason({ name, words, done, act, danger = false }: AskReasonProps) {
  const texts = usePick(TEXTS);
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const kept = useKeptForm<{ reason: string }>(name);
  const submit = async ({ reason }: { reason: string }) => {
    try {
      await act.mutateAsync(reason.trim());
    } catch {
      return; // shown below, with what was typed
    }
    kept.forget();
    setOpen(false);
    void message.success(done);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} danger={danger}>
        {words.act}
      </Button>
      <Modal
        open={open}
        title={words.title}
        okText={words.title}
        okButtonProps={{ danger }}
        confirmLoading={act.isPending}
        onOk={() => kept.form.submit()}
        onCancel={() => setOpen(false)}
        forceRender
      >
        <Typography.Paragraph>{words.sure}</Typography.Paragraph>
        <Form {...kept.props} layout="vertical" onFinish={submit} requiredMark={false}>
          <Form.Item
            name="reason"
            label={words.reason}
            rules={[{ required: true, whitespace: true, message: texts.course.reasonNeeded }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        </Form>
        {act.error ? <Failure error={act.error} /> : null}
      </Modal>
    </>
  );
}
