// A form's field for a day, kept as text: `2026-11-20`.
import { DatePicker, Form } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { ReactNode } from "react";
import { useTexts } from "./preference";

interface DayItemProps {
  /** The field; `on` where absent. */
  name?: string;
  label: string;
  optional?: boolean;
  extra?: ReactNode;
}

export function DayItem({ name = "on", label, optional = false, extra }: DayItemProps) {
  const texts = useTexts();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ required: !optional, message: texts.needed }]}
      getValueProps={(day: string | null | undefined) => ({ value: day ? dayjs(day) : null })}
      normalize={(day: Dayjs | null) => day?.format("YYYY-MM-DD") ?? null}
    >
      <DatePicker
        style={{ width: 150 }}
        // Enter takes the day that was typed; it is not meant for the form.
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
    </Form.Item>
  );
}
