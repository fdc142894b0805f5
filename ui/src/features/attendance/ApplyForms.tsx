// Applying for leave and for overtime, for a person.
import { DatePicker, Flex, Form, Input, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { ApplyLeave, ApplyOvertime, AttendanceRow } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

const KINDS = [
  "personal",
  "sick",
  "annual",
  "marriage",
  "parental",
  "bereavement",
  "timeOff",
  "business",
  "training",
] as const satisfies ApplyLeave["leave"][];

interface ApplyProps {
  unit: string;
  people: AttendanceRow[];
  /** The day from which it was asked for. */
  about?: { staffNo: string; day: string };
  onClose: () => void;
}

interface LeaveFields {
  staffNo: string;
  leave: ApplyLeave["leave"];
  from: string;
  fromHalf: "first" | "second";
  to: string;
  toHalf: "first" | "second";
  reason: string;
  note?: string;
}

export function LeaveForm({ unit, people, about, onClose }: ApplyProps) {
  const words = usePick(TEXTS);
  const { language } = usePreference();
  return (
    <ActDialog<LeaveFields, ApplyLeave, unknown>
      name={`attendance.leave.${unit}.${about?.staffNo ?? ""}.${about?.day ?? ""}`}
      title={words.leave}
      initial={{
        leave: "personal",
        fromHalf: "first",
        toHalf: "second",
        ...(about === undefined ? {} : { staffNo: about.staffNo, from: about.day, to: about.day }),
      }}
      act={useAct("applyLeave")}
      request={(fields) => ({
        unit,
        ...fields,
        reason: fields.reason.trim(),
        note: fields.note?.trim() || null,
      })}
      done={words.leaveDone}
      onClose={onClose}
    >
      <Person people={people} />
      <Form.Item name="leave" label={words.leaveKind}>
        <Select options={KINDS.map((kind) => ({ value: kind, label: word(language, `leave.${kind}`) }))} />
      </Form.Item>
      <Flex gap="small">
        <Day name="from" label={words.from} />
        <Form.Item name="fromHalf" label={words.halfFrom}>
          <Select
            style={{ width: 150 }}
            options={[
              { value: "first", label: words.halves.fromFirst },
              { value: "second", label: words.halves.fromSecond },
            ]}
          />
        </Form.Item>
      </Flex>
      <Flex gap="small">
        <Day name="to" label={words.to} />
        <Form.Item name="toHalf" label={words.halfTo}>
          <Select
            style={{ width: 150 }}
            options={[
              { value: "second", label: words.halves.toSecond },
              { value: "first", label: words.halves.toFirst },
            ]}
          />
        </Form.Item>
      </Flex>
      <ReasonItem name="reason" label={words.reason} />
      <Note />
    </ActDialog>
  );
}

interface OvertimeFields {
  staffNo: string;
  day: string;
  hours: string;
  reason: string;
  note?: string;
}

export function OvertimeForm({ unit, people, about, onClose }: ApplyProps) {
  const words = usePick(TEXTS);
  return (
    <ActDialog<OvertimeFields, ApplyOvertime, unknown>
      name={`attendance.overtime.${unit}.${about?.staffNo ?? ""}.${about?.day ?? ""}`}
      title={words.overtime}
      initial={about === undefined ? {} : { staffNo: about.staffNo, day: about.day }}
      act={useAct("applyOvertime")}
      request={(fields) => ({
        unit,
        ...fields,
        reason: fields.reason.trim(),
        note: fields.note?.trim() || null,
      })}
      done={words.overtimeDone}
      onClose={onClose}
    >
      <Person people={people} />
      <Flex gap="small">
        <Day name="day" label={words.when} />
        <Form.Item
          name="hours"
          label={words.hoursOf}
          rules={[{ required: true, whitespace: true, message: words.hoursNeeded }]}
        >
          <Input autoComplete="off" style={{ width: 120 }} placeholder="2.5" />
        </Form.Item>
      </Flex>
      <ReasonItem name="reason" label={words.reason} />
      <Note />
    </ActDialog>
  );
}

function Person({ people }: { people: AttendanceRow[] }) {
  const words = usePick(TEXTS);
  return (
    <Form.Item name="staffNo" label={words.person} rules={[{ required: true, message: words.personNeeded }]}>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        options={people.map(({ staffNo, name }) => ({ value: staffNo, label: `${name} ${staffNo}` }))}
      />
    </Form.Item>
  );
}

function Day({ name, label }: { name: string; label: string }) {
  const words = usePick(TEXTS);
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, message: words.dayNeeded }]}
      // Kept as text, so that what was chosen can be kept over a reload.
      getValueProps={(day: string | undefined) => ({ value: day ? dayjs(day) : null })}
      normalize={(day: Dayjs | null) => day?.format("YYYY-MM-DD")}
    >
      <DatePicker style={{ width: 150 }} />
    </Form.Item>
  );
}

function Note() {
  const words = usePick(TEXTS);
  return (
    <Form.Item name="note" label={words.note} extra={words.noteHelp}>
      <Input autoComplete="off" />
    </Form.Item>
  );
}
