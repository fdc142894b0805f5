// Taking an opportunity to another stage; what is missing for it stands in the dialog.
import { Alert, Form, Input, Modal, Radio, Skeleton } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct, useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { gapsOf, useGapText } from "./MissingCard";
import { STAGES } from "./stages";
import { TEXTS } from "./texts";

interface MoveDialogProps {
  opportunity: string;
  title: string;
  close: () => void;
}

export function MoveDialog({ opportunity, title, close }: MoveDialogProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const today = useToday();
  const said = useGapText();
  const act = useAct("moveOpportunity");
  const found = useRead("opportunity", { opportunity });
  if (found.data === undefined) {
    return (
      <Modal open title={texts.moveOf(title)} footer={null} onCancel={close}>
        {found.isError ? (
          <Failure error={found.error} retry={() => found.refetch()} />
        ) : (
          <Skeleton active paragraph={{ rows: 2 }} />
        )}
      </Modal>
    );
  }
  const { stage, next } = found.data;
  const { here } = gapsOf(found.data);
  return (
    <ActDialog
      name={`opportunity.move.${opportunity}`}
      title={texts.moveOf(title)}
      says={texts.moveHelp}
      okText={texts.move}
      initial={{ stage: next ?? stage, on: today }}
      beside={{ dayOutside: "on", reasonNeeded: "text", stageIncomplete: "text" }}
      act={act}
      request={(fields: { stage: string; on: string; text?: string }) => ({
        opportunity,
        stage: fields.stage,
        on: fields.on,
        text: fields.text?.trim() || null,
      })}
      done={texts.moved}
      onClose={close}
    >
      {here.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlockEnd: 12 }}
          title={next === null ? texts.missingToEnd : texts.missing}
          description={here.map(said).join(texts.listComma)}
        />
      )}
      <Form.Item name="stage" label={texts.toStage}>
        <Radio.Group
          options={STAGES.filter((one) => one !== stage).map((value) => ({
            value,
            label: word(language, `pipelineStage.${value}`),
          }))}
          style={{ display: "grid", gap: 6 }}
        />
      </Form.Item>
      <DayItem label={texts.day} />
      <Form.Item name="text" label={texts.reason}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </ActDialog>
  );
}
