// A unit's working hours: those that hold, those set so far, and setting them from a month on.
import { Checkbox, DatePicker, Flex, Form, Input, InputNumber, Modal, Skeleton, Typography } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { AttendanceHoursView, SetAttendanceHours, WorkingHoursView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { Failure } from "../../shared/Failure";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface HoursFormProps {
  unit: string;
  month: string;
  onClose: () => void;
}

export function HoursForm({ unit, month, onClose }: HoursFormProps) {
  const words = usePick(TEXTS);
  const may = useMay();
  const view = useRead("attendanceHours", { unit });
  if (view.data !== undefined && may("setAttendanceHours", unit)) {
    return <Setting unit={unit} month={month} view={view.data} onClose={onClose} />;
  }
  return (
    <Modal open title={words.hours} footer={null} onCancel={onClose}>
      {view.isError ? <Failure error={view.error} /> : null}
      {view.data === undefined ? view.isError ? null : <Skeleton active /> : <SetSoFar view={view.data} />}
    </Modal>
  );
}

type Fields = Omit<SetAttendanceHours, "unit">;

function Setting({ unit, month, view, onClose }: HoursFormProps & { view: AttendanceHoursView }) {
  const words = usePick(TEXTS);
  const { current } = view;
  const time = (name: keyof Fields, label: string, needed: boolean) => (
    <Form.Item
      name={name}
      label={label}
      rules={needed ? [{ required: true, whitespace: true, message: words.timeNeeded }] : []}
    >
      <Input autoComplete="off" style={{ width: 100 }} placeholder="08:30" />
    </Form.Item>
  );
  const minutes = (name: keyof Fields, label: string, help: string) => (
    <Form.Item name={name} label={label} extra={help} style={{ flex: 1 }}>
      <InputNumber min={0} max={480} precision={0} style={{ width: 100 }} />
    </Form.Item>
  );
  return (
    <ActDialog<Fields, SetAttendanceHours, unknown>
      name={`attendance.hours.${unit}`}
      title={words.hoursTitle}
      okText={words.save}
      says={
        <>
          {words.hoursSays}
          <SetSoFar view={view} />
        </>
      }
      initial={{
        from: month,
        weekdays: current.weekdays,
        start: current.start,
        end: current.end,
        restFrom: current.restFrom,
        restTo: current.restTo,
        grace: current.grace,
        flexible: current.flexible,
        absentAfter: current.absentAfter,
      }}
      act={useAct("setAttendanceHours")}
      request={(fields) => ({
        ...fields,
        unit,
        restFrom: fields.restFrom?.trim() || null,
        restTo: fields.restTo?.trim() || null,
        grace: fields.grace ?? 0,
        flexible: fields.flexible ?? 0,
        absentAfter: fields.absentAfter ?? 0,
      })}
      done={words.hoursDone}
      onClose={onClose}
    >
      <Form.Item
        name="from"
        label={words.hoursFrom}
        rules={[{ required: true, message: words.hoursFromNeeded }]}
        getValueProps={(value: string | undefined) => ({ value: value ? dayjs(`${value}-01`) : null })}
        normalize={(value: Dayjs | null) => value?.format("YYYY-MM")}
      >
        <DatePicker picker="month" />
      </Form.Item>
      <Form.Item
        name="weekdays"
        label={words.weekdaysLabel}
        // Not `required`: that would put on the group what only a field may have.
        rules={[
          {
            validator: (_, days: number[] | undefined) =>
              days === undefined || days.length === 0
                ? Promise.reject(new Error(words.weekdaysNeeded))
                : Promise.resolve(),
          },
        ]}
      >
        <Checkbox.Group options={words.weekdays.map((label, index) => ({ label, value: index + 1 }))} />
      </Form.Item>
      <Flex gap="small" wrap>
        {time("start", words.start, true)}
        {time("restFrom", words.restFrom, false)}
        {time("restTo", words.restTo, false)}
        {time("end", words.end, true)}
      </Flex>
      <Flex gap="small">
        {minutes("grace", words.grace, words.graceHelp)}
        {minutes("flexible", words.flexible, words.flexibleHelp)}
        {minutes("absentAfter", words.absentAfter, words.absentAfterHelp)}
      </Flex>
    </ActDialog>
  );
}

function SetSoFar({ view }: { view: AttendanceHoursView }) {
  const marks = useMarks();
  const words = usePick(TEXTS);
  const line = (hours: WorkingHoursView) => {
    const { from, start, end, overnight, hours: length } = hours;
    const since = from === null ? words.default : words.since(from);
    return `${since}${marks.colon}${words.hoursLine(start, overnight ? `${words.overnight} ${end}` : end, length)}`;
  };
  const all = view.set.length === 0 ? [view.current] : view.set;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }} aria-label={words.hoursSet}>
      {all.map((hours) => (
        <li key={hours.from ?? ""}>
          <Typography.Text type="secondary">{line(hours)}</Typography.Text>
        </li>
      ))}
    </ul>
  );
}
