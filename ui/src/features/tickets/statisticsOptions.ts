// What the charts of statistics show: counts, shares in time, or marks, of each unit, type, person or month.
import type { EChartsCoreOption } from "echarts/core";
import type { TicketTallyView } from "../../bindings/bindings";
import { chartColours } from "../../shared/chart/colours";

export const MEASURES = ["counts", "inTime", "marks"] as const;
export type Measure = (typeof MEASURES)[number];

/** Figures of a measure, in the order of their bars. */
export const BARS = {
  counts: ["received", "delivered", "closed"],
  inTime: ["answered", "onTime"],
  marks: ["meanMark"],
} as const satisfies Record<Measure, readonly (keyof TicketTallyView)[]>;

/** Of more groups than these not every name fits. */
const CROWDED = 24;
/** Names that fit under a bar; the whole stands in the tip. */
const LONGEST = 8;
export function statisticsOptions(
  rows: TicketTallyView[],
  measure: Measure,
  nameOf: (figure: string) => string,
  dark: boolean,
): EChartsCoreOption {
  const colours = chartColours(dark);
  const fill = [colours.bar, colours.line, colours.beside];
  const figures = BARS[measure];
  const value = (row: TicketTallyView, figure: keyof TicketTallyView) => {
    const said = row[figure];
    return said === null ? null : Number(said);
  };
  const unit = measure === "inTime" ? "%" : "";
  return {
    animation: false,
    textStyle: { color: colours.text },
    grid: { left: 44, right: 16, top: 40, bottom: rows.length > 8 ? 76 : 32 },
    legend: { top: 0, data: figures.map(nameOf), textStyle: { color: colours.text } },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      formatter: (points: { dataIndex: number }[]) => {
        const row = rows[points[0]?.dataIndex ?? 0];
        if (row === undefined) return "";
        const lines = figures.map((figure) => `${nameOf(figure)} ${row[figure] ?? "—"}${unit}`);
        return [row.name, ...lines].join("\n");
      },
    },
    xAxis: {
      type: "category",
      data: rows.map(({ name }) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name)),
      axisLabel: {
        color: colours.text,
        fontSize: 12,
        interval: rows.length > CROWDED ? "auto" : 0,
        rotate: rows.length > 8 ? 40 : 0,
      },
      axisLine: { lineStyle: { color: colours.grid } },
    },
    yAxis: {
      type: "value",
      min: 0,
      ...(measure === "inTime" ? { max: 100 } : {}),
      ...(measure === "marks" ? { max: 5 } : {}),
      ...(measure === "counts" ? { minInterval: 1 } : {}),
      axisLabel: { color: colours.text, fontSize: 12, formatter: `{value}${unit}` },
      splitLine: { lineStyle: { color: colours.grid } },
    },
    series: figures.map((figure, place) => ({
      name: nameOf(figure),
      type: "bar",
      barMaxWidth: 28,
      itemStyle: { color: fill[place] },
      data: rows.map((row) => value(row, figure)),
    })),
  };
}
