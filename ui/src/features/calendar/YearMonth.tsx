// A month of the year as a sheet: which days are worked, which are not, and how many that makes.
import { Calendar, Flex, Segmented, Tag, Typography, theme } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { CalendarView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

interface YearMonthProps {
  view: CalendarView;
  /** 0 is January. */
  month: number;
  setMonth: (month: number) => void;
  choose: ((day: string) => void) | null;
}

export function YearMonth({ view, month, setMonth, choose }: YearMonthProps) {
  const texts = usePick(TEXTS);
  const { token } = theme.useToken();
  const off = new Set(view.off);
  const special = new Map(view.special.map((day) => [day.day, day]));
  const cell = (date: Dayjs) => {
    const day = date.format("YYYY-MM-DD");
    const own = date.month() === month;
    const found = special.get(day);
    const rests = off.has(day);
    return (
      <div
        style={{
          height: 46,
          margin: 1,
          borderRadius: token.borderRadiusSM,
          textAlign: "center",
          paddingBlockStart: 4,
          visibility: own ? "visible" : "hidden",
          background: rests ? token.colorFillSecondary : "transparent",
          color: rests ? token.colorTextSecondary : token.colorText,
          border: `1px solid ${found === undefined ? "transparent" : token.colorBorder}`,
        }}
      >
        {date.date()}
        <div style={{ fontSize: 11, lineHeight: "14px", overflow: "hidden", whiteSpace: "nowrap" }}>
          {found === undefined ? "" : found.name || texts.kinds[found.kind]}
        </div>
      </div>
    );
  };
  return (
    <Flex vertical gap="small">
      <Segmented
        block
        size="small"
        value={month}
        onChange={setMonth}
        options={view.workingDays.map((_, index) => ({ value: index, label: index + 1 }))}
      />
      <Flex gap="small" align="center">
        <Typography.Text strong>
          {texts.workingDays(texts.month(month + 1), view.workingDays[month] ?? 0)}
        </Typography.Text>
        <Tag style={{ background: token.colorFillSecondary }}>{texts.off}</Tag>
      </Flex>
      <Calendar
        fullscreen={false}
        value={dayjs(new Date(view.year, month, 1))}
        headerRender={() => null}
        fullCellRender={cell}
        onSelect={(date, { source }) => {
          if (source === "date" && date.month() === month) choose?.(date.format("YYYY-MM-DD"));
        }}
      />
    </Flex>
  );
}
