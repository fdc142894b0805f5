// Periods that statistics are asked for, as days.
import dayjs from "dayjs";

export interface Period {
  from: string;
  to: string;
}

export const PERIODS = ["week", "lastWeek", "month", "lastMonth", "quarter", "year"] as const;
export type NamedPeriod = (typeof PERIODS)[number];

const DAY = "YYYY-MM-DD";

/** A named period as of that day; weeks begin on Monday. */
export function periodOf(name: NamedPeriod, today: string): Period {
  const day = dayjs(today);
  const monday = day.subtract((day.day() + 6) % 7, "day");
  const first = day.startOf("month");
  const days = (from: dayjs.Dayjs, to: dayjs.Dayjs) => ({ from: from.format(DAY), to: to.format(DAY) });
  switch (name) {
    case "week":
      return days(monday, monday.add(6, "day"));
    case "lastWeek":
      return days(monday.subtract(7, "day"), monday.subtract(1, "day"));
    case "month":
      return days(first, first.endOf("month"));
    case "lastMonth":
      return days(first.subtract(1, "month"), first.subtract(1, "day"));
    case "quarter": {
      const begin = day.month(Math.floor(day.month() / 3) * 3).startOf("month");
      return days(begin, begin.add(2, "month").endOf("month"));
    }
    case "year":
      return days(day.startOf("year"), day.endOf("year"));
  }
}

/** Which named period this is, if one. */
export function nameOf({ from, to }: Period, today: string): NamedPeriod | undefined {
  return PERIODS.find((name) => {
    const period = periodOf(name, today);
    return period.from === from && period.to === to;
  });
}
