// Both exams of a person in a sitting.
import { Form, Input } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { DayItem } from "./DayItem";
import { TEXTS } from "./texts";

interface Fields {
  sitting: string;
  general: string;
  professional: string;
  correction?: string;
}

export function ExamDialog({ staffNo, close }: { staffNo: string; close: () => void }) {
  const texts = usePick(TEXTS).exam;
  const today = useToday();
  const points = [{ required: true, whitespace: true, message: texts.pointsNeeded }];
  return (
    <ActDialog
      name={`exam.${staffNo}`}
      title={texts.title}
      says={texts.help}
      act={useAct("recordExam")}
      request={({ sitting, general, professional, correction }: Fields) => ({
        staffNo,
        sitting,
        general: general.trim(),
        professional: professional.trim(),
        correction: correction?.trim() || null,
      })}
      done={texts.done}
      onClose={close}
    >
      <DayItem name="sitting" label={texts.sitting} needed={texts.sittingNeeded} max={today} />
      <Form.Item name="general" label={texts.general} rules={points}>
        <Input inputMode="decimal" autoComplete="off" style={{ maxWidth: 160 }} />
      </Form.Item>
      <Form.Item name="professional" label={texts.professional} rules={points}>
        <Input inputMode="decimal" autoComplete="off" style={{ maxWidth: 160 }} />
      </Form.Item>
      <Form.Item name="correction" label={texts.correction} extra={texts.correctionHelp}>
        <Input autoComplete="off" />
      </Form.Item>
    </ActDialog>
  );
}
