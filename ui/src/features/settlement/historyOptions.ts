// What the chart of all quarters shows: a line of overall scores with the edges of payment, and bars of fees.
import type { EChartsCoreOption } from "echarts/core";
import type { QuarterView } from "../../bindings/bindings";
import { chartColours } from "../../shared/chart/colours";
import { money, toPlaces } from "../../shared/exact";
import type { SettlementTexts } from "./texts";

/** Lowest score of the axis: what lies below 0..60 is rarely of interest, and is shown where it occurs. */
const LOW = 60;

export function historyOptions(
  quarters: QuarterView[],
  edges: string[],
  texts: SettlementTexts["history"],
  dark: boolean,
): EChartsCoreOption {
  const colours = chartColours(dark);
  const axis = { axisLabel: { color: colours.text, fontSize: 12 }, nameTextStyle: { color: colours.text } };
  const scores = quarters.map(({ overall }) => (overall === null ? null : Number(overall)));
  const low = scores.some((score) => score !== null && score < LOW) ? 0 : LOW;
  return {
    animation: false,
    textStyle: { color: colours.text },
    grid: { left: 56, right: 72, top: 56, bottom: 28 },
    legend: { top: 0, data: [texts.overall, texts.feeAxis], textStyle: { color: colours.text } },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      formatter: (points: { dataIndex: number }[]) => {
        const quarter = quarters[points[0]?.dataIndex ?? 0];
        if (quarter === undefined) return "";
        const fee = quarter.feePayable === null ? "—" : money(quarter.feePayable);
        return `${quarter.quarter}\n${texts.overall} ${quarter.overall ?? "—"}\n${texts.fee} ${fee}`;
      },
    },
    xAxis: {
      type: "category",
      data: quarters.map(({ quarter }) => quarter),
      axisLabel: { color: colours.text, fontSize: 12 },
      axisLine: { lineStyle: { color: colours.grid } },
    },
    yAxis: [
      {
        type: "value",
        name: texts.overall,
        min: low,
        max: 100,
        splitLine: { lineStyle: { color: colours.grid } },
        ...axis,
      },
      { type: "value", name: texts.feeAxis, min: 0, splitLine: { show: false }, ...axis },
    ],
    series: [
      {
        name: texts.feeAxis,
        type: "bar",
        yAxisIndex: 1,
        barMaxWidth: 36,
        itemStyle: { color: colours.bar },
        // Ten thousands of yuan for the axis; the exact fee stands in the tip and in the table.
        data: quarters.map(({ feePayable }) =>
          feePayable === null ? null : Number(toPlaces(`${feePayable}/10000`, 2)),
        ),
      },
      {
        name: texts.overall,
        type: "line",
        symbolSize: 8,
        lineStyle: { width: 2, color: colours.line },
        itemStyle: { color: colours.line },
        label: {
          show: true,
          color: colours.text,
          formatter: ({ dataIndex }: { dataIndex: number }) => quarters[dataIndex]?.overall ?? "",
        },
        connectNulls: false,
        data: scores,
        markLine: {
          symbol: "none",
          silent: true,
          lineStyle: { color: colours.edge, type: "dashed" },
          label: {
            // Below the line: the points' own figures stand above them.
            position: "insideStartBottom",
            color: colours.edge,
            formatter: ({ value }: { value: unknown }) => texts.line(String(value)),
          },
          data: edges.map((edge) => ({ yAxis: Number(edge) })),
        },
      },
    ],
  };
}
