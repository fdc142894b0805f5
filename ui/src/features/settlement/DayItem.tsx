// A form's field `on`: a day, kept as text.
import { DatePicker, Form } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

export function DayItem({ label }: { label: string }) {
  const texts = usePick(TEXTS).money;
  return (
    <Form.Item
      name="on"
      label={label}
      rules={[{ required: true, message: texts.needed }]}
      getValueProps={(day: string | undefined) => ({ value: day ? dayjs(day) : null })}
      normalize={(day: Dayjs | null) => day?.format("YYYY-MM-DD")}
    >
      <DatePicker style={{ width: 150 }} />
    </Form.Item>
  );
}
