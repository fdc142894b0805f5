// A day in a form, kept as text so that what was chosen can be kept over a reload.
import { DatePicker, Form } from "antd";
import dayjs from "dayjs";
import type { ReactNode } from "react";

interface DayItemProps {
  name: string;
  label: string;
  /** What is said where it is missing; it may be missing where absent. */
  needed?: string;
  extra?: ReactNode;
  max?: string;
}

export function DayItem({ name, label, needed, extra, max }: DayItemProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      {...(extra === undefined ? {} : { extra })}
      rules={needed === undefined ? [] : [{ required: true, message: needed }]}
      getValueProps={(on?: string) => ({ value: on === undefined || on === null ? null : dayjs(on) })}
      normalize={(day: dayjs.Dayjs | null) => day?.format("YYYY-MM-DD")}
    >
      <DatePicker {...(max === undefined ? {} : { maxDate: dayjs(max) })} />
    </Form.Item>
  );
}
