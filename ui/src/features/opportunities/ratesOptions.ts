// What the chart of success rates shows: the share of each unit or person, with the counts in its tip.
import type { EChartsCoreOption } from "echarts/core";
import type { RateView } from "../../bindings/bindings";
import { chartColours } from "../../shared/chart/colours";

export interface RateLine {
  key: string;
  name: string;
  rate: RateView;
}

/** Of more lines than these not every name fits. */
const CROWDED = 24;
/** Names that fit under a bar; the whole stands in the tip. */
const LONGEST = 8;

export function ratesOptions(
  lines: RateLine[],
  words: { rate: string; counts: (rate: RateView) => string },
  dark: boolean,
): EChartsCoreOption {
  const colours = chartColours(dark);
  return {
    animation: false,
    textStyle: { color: colours.text },
    grid: { left: 44, right: 16, top: 16, bottom: lines.length > 8 ? 76 : 32 },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      formatter: (points: { dataIndex: number }[]) => {
        const line = lines[points[0]?.dataIndex ?? 0];
        if (line === undefined) return "";
        return [line.name, `${words.rate} ${line.rate.percent ?? "—"}%`, words.counts(line.rate)].join("\n");
      },
    },
    xAxis: {
      type: "category",
      data: lines.map(({ name }) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name)),
      axisLabel: {
        color: colours.text,
        fontSize: 12,
        interval: lines.length > CROWDED ? "auto" : 0,
        rotate: lines.length > 8 ? 40 : 0,
      },
      axisLine: { lineStyle: { color: colours.grid } },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 100,
      axisLabel: { color: colours.text, fontSize: 12, formatter: "{value}%" },
      splitLine: { lineStyle: { color: colours.grid } },
    },
    series: [
      {
        name: words.rate,
        type: "bar",
        barMaxWidth: 36,
        itemStyle: { color: colours.bar },
        data: lines.map(({ rate }) => (rate.percent === null ? null : Number(rate.percent))),
      },
    ],
  };
}
