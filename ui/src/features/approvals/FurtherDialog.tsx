// 加签: one more opinion at the stage.
import { Form, Input, Select } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useAct, useRead } from "../../shared/useCase";
import { candidateOptions } from "./candidates";
import { TEXTS } from "./texts";

interface Fields {
  post: string;
  account?: string | null;
  person?: string;
  text?: string;
}

export function FurtherDialog({ document, close }: { document: string; close: () => void }) {
  const texts = usePick(TEXTS);
  const act = useAct("askFurtherOpinion");
  const candidates = useRead("approvalForm", { document }).data?.candidates ?? [];
  return (
    <ActDialog<Fields, Parameters<typeof act.mutate>[0], unknown>
      name={`approval.further.${document}`}
      title={texts.ask}
      says={texts.askSays}
      initial={{ post: "", person: "", text: "" }}
      beside={{
        seatNameNeeded: "account",
        seatTwice: "account",
        seatNotSecond: "account",
        nameLength: "post",
      }}
      act={act}
      request={({ post, account, person, text }) => ({
        document,
        asked: { post: post.trim(), account: account ?? null, person: person?.trim() || null },
        text: text?.trim() ?? "",
      })}
      done={texts.askDone}
      onClose={close}
    >
      <Form.Item
        name="post"
        label={texts.post}
        rules={[{ required: true, whitespace: true, message: texts.postNeeded }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="account" label={texts.account}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          options={candidateOptions(candidates)}
        />
      </Form.Item>
      <Form.Item name="person" label={texts.person}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="text" label={texts.reason}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </ActDialog>
  );
}
