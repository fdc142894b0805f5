import { describe, expect, it } from "vitest";
import type { TicketTallyView } from "../../bindings/bindings";
import { statisticsOptions } from "./statisticsOptions";

function row(name: string, received: number, onTime: string | null = null): TicketTallyView {
  return {
    code: name,
    name,
    drawn: true,
    received,
    taken: 0,
    answered: null,
    delivered: 0,
    onTime,
    closed: 0,
    void: 0,
    open: 0,
    overdue: 0,
    rated: 0,
    meanMark: null,
  };
}

describe("charts of statistics", () => {
  it("draw figures as they were counted, and nothing where there is none", () => {
    const rows = [row("成都分公司", 3, "66.7"), row("阿坝藏族羌族自治州分公司", 0)];
    const options = statisticsOptions(rows, "inTime", (name) => name, false) as {
      series: { name: string; data: (number | null)[] }[];
      xAxis: { data: string[] };
    };
    expect(options.series.map(({ name, data }) => [name, data])).toEqual([
      ["answered", [null, null]],
      ["onTime", [66.7, null]],
    ]);
    expect(options.xAxis.data[1]).toBe("阿坝藏族羌族自…");
  });
});
