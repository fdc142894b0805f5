// One's own opinion: agreeing (publishing, at the last stage), or sending back with a reason.
import { Form, Input } from "antd";
import type { DocumentApprovalView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { BackToItem } from "./BackToItem";
import { SeatItem } from "./SeatItem";
import { TEXTS } from "./texts";

interface Fields {
  seat: number;
  to?: number | null;
  text?: string;
  file?: string;
}

interface OpinionDialogProps {
  approval: DocumentApprovalView;
  agrees: boolean;
  publishes: boolean;
  close: () => void;
}

export function OpinionDialog({ approval, agrees, publishes, close }: OpinionDialogProps) {
  const texts = usePick(TEXTS);
  const act = useAct("giveOpinion");
  const { document } = approval;
  const mine = approval.stages.flatMap((stage) => stage.seats).filter((seat) => seat.mine);
  const meeting = approval.stages.some((stage) => stage.meeting && stage.state === "current");
  const title = agrees ? (publishes ? texts.publish : texts.agree) : texts.sendBack;
  return (
    <ActDialog<Fields, Parameters<typeof act.mutate>[0], unknown>
      name={`approval.opinion.${document}.${agrees ? "agree" : "back"}`}
      title={title}
      danger={!agrees}
      initial={{ seat: mine[0]?.number ?? 0, text: "", to: 0 }}
      beside={{ reasonNeeded: "text", minutesNeeded: "file", noEarlierStage: "to", fileNotFound: "file" }}
      act={act}
      request={({ seat, to, text, file }) => ({
        document,
        seat,
        agrees,
        to: agrees ? null : to || null,
        text: text?.trim() ?? "",
        file: file?.trim() || null,
      })}
      done={agrees ? texts.agreeDone : texts.sendBackDone}
      onClose={close}
    >
      <SeatItem seats={mine} hidden={mine.length < 2} />
      {agrees ? null : <BackToItem approval={approval} />}
      {agrees ? (
        <Form.Item name="text" label={texts.opinion}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      ) : (
        <ReasonItem name="text" label={texts.reason} />
      )}
      <Form.Item name="file" label={meeting && agrees ? texts.minutes : texts.file}>
        <PathField kind={{ name: texts.anyFile, extensions: [] }} title={texts.chooseFile} takesDrops />
      </Form.Item>
    </ActDialog>
  );
}
