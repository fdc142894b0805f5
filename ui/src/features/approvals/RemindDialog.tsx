// 催办: those who are waited for see it on their workbench.
import { Form, Input } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

export function RemindDialog({ document, close }: { document: string; close: () => void }) {
  const texts = usePick(TEXTS);
  const act = useAct("remindApproval");
  return (
    <ActDialog<{ text?: string }, Parameters<typeof act.mutate>[0], unknown>
      name={`approval.remind.${document}`}
      title={texts.remind}
      says={texts.remindSays}
      initial={{ text: "" }}
      act={act}
      request={({ text }) => ({ document, text: text?.trim() ?? "" })}
      done={texts.remindDone}
      onClose={close}
    >
      <Form.Item name="text" label={texts.remindText}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </ActDialog>
  );
}
