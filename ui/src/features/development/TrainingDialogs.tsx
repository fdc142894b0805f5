// Planning a training for one or several, recording whether they attended, calling it off.
import { Form, Input, InputNumber, Radio, Select } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { DayItem } from "../certification/DayItem";
import { StaffItem } from "../people/StaffItem";
import { PeopleItem } from "./PeopleItem";
import { TEXTS } from "./texts";

interface PlanFields {
  kind: string;
  title: string;
  day: string;
  hours: number;
  staffNos: string[];
  trainer?: string;
}

interface PlanProps {
  /** Chosen already; more may be added. */
  person: { staffNo: string; name: string };
  close: () => void;
}

export function PlanDialog({ person, close }: PlanProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  return (
    <ActDialog
      name={`training.${person.staffNo}`}
      title={texts.plan}
      says={texts.planHelp}
      initial={{ hours: 4, staffNos: [person.staffNo] }}
      act={useAct("planTraining")}
      request={({ kind, title, day, hours, staffNos, trainer }: PlanFields) => ({
        kind,
        title,
        day,
        hours,
        staffNos,
        trainer: trainer ?? null,
      })}
      done={texts.planned}
      onClose={close}
    >
      <Form.Item name="kind" label={texts.kind} rules={[{ required: true, message: texts.kindNeeded }]}>
        <Select
          options={["technical", "service", "confidentiality"].map((value) => ({
            value,
            label: word(language, `trainingKind.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={texts.title}
        rules={[{ required: true, whitespace: true, message: texts.titleNeeded }]}
      >
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <DayItem name="day" label={texts.day} needed={texts.dayNeeded} />
      <Form.Item name="hours" label={texts.hours}>
        <InputNumber min={1} max={999} precision={0} />
      </Form.Item>
      <PeopleItem name="staffNos" first={person} />
      <StaffItem name="trainer" label={texts.trainer} extra={texts.trainerHelp} except={person.staffNo} />
    </ActDialog>
  );
}

interface AttendanceFields {
  attended: boolean;
  result?: string;
}

export function AttendanceDialog(props: { staffNo: string; number: number; close: () => void }) {
  const { staffNo, number, close } = props;
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`attendance.${staffNo}.${number}`}
      title={texts.attend}
      says={texts.attendHelp}
      act={useAct("recordTrainingAttendance")}
      request={({ attended, result }: AttendanceFields) => ({
        number,
        staffNo,
        attended,
        result: result?.trim() || null,
      })}
      done={texts.recorded}
      onClose={close}
    >
      <Form.Item
        name="attended"
        label={texts.outcome}
        rules={[{ required: true, message: texts.outcomeNeeded }]}
      >
        <Radio.Group
          options={[
            { value: true, label: texts.attended },
            { value: false, label: texts.absent },
          ]}
        />
      </Form.Item>
      <Form.Item name="result" label={texts.result}>
        <Input inputMode="decimal" autoComplete="off" style={{ maxWidth: 160 }} />
      </Form.Item>
    </ActDialog>
  );
}

export function CancelDialog({ number, close }: { number: number; close: () => void }) {
  const texts = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`training.cancel.${number}`}
      title={texts.cancel}
      label={texts.cancelReason}
      act={useAct("cancelTraining")}
      request={(reason) => ({ number, reason })}
      done={texts.cancelDone}
      onClose={close}
    />
  );
}
