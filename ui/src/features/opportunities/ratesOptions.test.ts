// The chart of success rates says the share of each line, and nothing where nothing was concluded.
import { expect, test } from "vitest";
import { ratesOptions } from "./ratesOptions";

const rate = (percent: string | null) => ({
  won: 2,
  agreed: 0,
  lost: 1,
  dropped: 0,
  concluded: 3,
  percent,
});
const words = { rate: "成功率", counts: ({ concluded }: { concluded: number }) => `已结束 ${concluded}` };

test("each line has its bar, its short name and its counts in the tip", () => {
  const lines = [
    { key: "CD", name: "成都分公司政企客户服务中心", rate: rate("66.7") },
    { key: "MY", name: "绵阳", rate: rate(null) },
  ];
  const options = ratesOptions(lines, words, false) as {
    xAxis: { data: string[] };
    series: { data: (number | null)[] }[];
    tooltip: { formatter: (points: { dataIndex: number }[]) => string };
  };
  expect(options.xAxis.data).toEqual(["成都分公司政企…", "绵阳"]);
  expect(options.series[0]?.data).toEqual([66.7, null]);
  expect(options.tooltip.formatter([{ dataIndex: 0 }])).toBe(
    "成都分公司政企客户服务中心\n成功率 66.7%\n已结束 3",
  );
});
