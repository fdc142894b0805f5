// One day, or several in a row, that are a holiday or worked by exception.
import { DatePicker, Form, Input, Radio } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { SpecialDayView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { type DayFields, isMeant, requestOf } from "./days";
import { TEXTS } from "./texts";

/** The form keeps days as text; the picker thinks in its own. */
const asDays = (days: unknown): { value: [Dayjs, Dayjs] | null } => ({
  value: Array.isArray(days) ? [dayjs(days[0] as string), dayjs(days[1] as string)] : null,
});

export function DayForm({ day, close }: { day: Partial<SpecialDayView>; close: () => void }) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      // What was begun for one day is not offered for another.
      name={`calendar.${day.day ?? "new"}`}
      title={texts.addTitle}
      okText={day.kind === undefined ? texts.add : texts.edit}
      initial={{
        ...(day.day === undefined ? {} : { days: [day.day, day.day] as [string, string] }),
        kind: day.kind ?? "holiday",
        name: day.name ?? "",
      }}
      act={useAct("recordCalendar")}
      request={(fields: DayFields) => requestOf(fields)}
      done={texts.saved}
      onClose={close}
    >
      <Form.Item
        name="days"
        label={texts.from}
        rules={[
          { required: true, message: texts.daysNeeded },
          {
            validator: (_, days: [string, string] | undefined) =>
              days === undefined || isMeant(days)
                ? Promise.resolve()
                : Promise.reject(new Error(texts.tooMany)),
          },
        ]}
        getValueProps={asDays}
        getValueFromEvent={(range: [Dayjs, Dayjs] | null) => range?.map((date) => date.format("YYYY-MM-DD"))}
      >
        <DatePicker.RangePicker style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item name="kind" label={texts.kind}>
        <Radio.Group
          optionType="button"
          options={["holiday", "working"].map((value) => ({ value, label: texts.kinds[value] }))}
        />
      </Form.Item>
      <Form.Item name="name" label={texts.name} extra={texts.nameHelp}>
        <Input maxLength={12} />
      </Form.Item>
    </ActDialog>
  );
}
