// 代录: an opinion that was given elsewhere, recorded for its giver with what shows it.
import { Form, Input, Radio } from "antd";
import type { DocumentApprovalView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { BackToItem } from "./BackToItem";
import { SeatItem } from "./SeatItem";
import { TEXTS } from "./texts";

interface Fields {
  seat: number;
  verdict: "agree" | "back";
  to?: number | null;
  text?: string;
  on: string;
  basis?: string;
  evidence: string;
}

function BackTo({ approval }: { approval: DocumentApprovalView }) {
  return Form.useWatch("verdict") === "back" ? <BackToItem approval={approval} /> : null;
}

export function RecordDialog({ approval, close }: { approval: DocumentApprovalView; close: () => void }) {
  const texts = usePick(TEXTS);
  const today = useToday();
  const act = useAct("recordOpinion");
  const { document } = approval;
  const waiting = approval.stages.flatMap((stage) => stage.seats).filter((seat) => seat.state === "waiting");
  return (
    <ActDialog<Fields, Parameters<typeof act.mutate>[0], unknown>
      name={`approval.record.${document}`}
      title={texts.record}
      says={texts.recordSays}
      initial={{ seat: waiting[0]?.number ?? 0, verdict: "agree", to: 0, on: today, text: "", basis: "" }}
      beside={{
        reasonNeeded: "text",
        scanNeeded: "evidence",
        fileNotFound: "evidence",
        dateInFuture: "on",
        textLong: "basis",
      }}
      act={act}
      request={({ seat, verdict, to, text, on, basis, evidence }) => ({
        document,
        seat,
        agrees: verdict === "agree",
        to: verdict === "agree" ? null : to || null,
        text: text?.trim() ?? "",
        on,
        behalf: { person: "", basis: basis?.trim() ?? "", evidence: evidence.trim() || null },
      })}
      done={texts.recordDone}
      onClose={close}
    >
      <SeatItem seats={waiting} />
      <Form.Item name="verdict" label={texts.verdict}>
        <Radio.Group
          options={[
            { value: "agree", label: texts.agree },
            { value: "back", label: texts.sendBack },
          ]}
        />
      </Form.Item>
      <BackTo approval={approval} />
      <Form.Item name="text" label={texts.opinion}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <DayItem name="on" label={texts.on} />
      <Form.Item name="basis" label={texts.basis}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={texts.proof}
        rules={[{ required: true, whitespace: true, message: texts.proofNeeded }]}
      >
        <PathField kind={{ name: texts.anyFile, extensions: [] }} title={texts.chooseFile} takesDrops />
      </Form.Item>
    </ActDialog>
  );
}
