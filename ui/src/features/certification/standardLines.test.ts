import { expect, test } from "vitest";
import type { StandardView } from "../../bindings/bindings";
import { compareLines } from "../settings/versions";
import { standardLines } from "./standardLines";
import { zhCN } from "./texts";

const old: StandardView = {
  version: 0,
  from: "2000-01-01",
  label: "程序自带",
  bands: { a: "90", b: "80", c: "70" },
  objectGrades: [{ of: "client", name: "地区局副主任", order: 1 }],
  levels: [
    {
      level: 1,
      title: "工程师",
      description: "",
      companyMonths: 12,
      serviceMonths: 6,
      window: 3,
      maxC: 2,
      maxD: 0,
      minimum: null,
      top: null,
    },
  ],
  requirements: [
    {
      level: 1,
      code: "1.5.1",
      element: "产品宣讲",
      part: "衡量：宣讲",
      text: "产品宣讲次数",
      minimum: 2,
      objectGrade: "地区局副主任",
      sure: true,
      counts: null,
    },
  ],
};

test("what differs between two standards is marked, the rest is not", () => {
  const now: StandardView = {
    ...old,
    version: 1,
    from: "2026-10-01",
    levels: old.levels.map((level) => ({ ...level, companyMonths: 18 })),
    requirements: [
      ...old.requirements.map((cell) => ({ ...cell, minimum: 3 })),
      {
        level: 1,
        code: "9.9",
        element: "新要素",
        part: "",
        text: null,
        minimum: 0,
        objectGrade: null,
        sure: true,
        counts: null,
      },
    ],
  };
  const rows = compareLines(standardLines(old, zhCN, String), standardLines(now, zhCN, String));
  expect(
    rows.filter(({ changed }) => changed).map(({ label, old: was, now: is }) => [label, was, is]),
  ).toEqual([
    ["起用日期", "2000-01-01", "2026-10-01"],
    ["1 级 经验", "公司工作 1 年", "公司工作 1 年 6 个月"],
    [
      "1 级 1.5.1 产品宣讲 · 衡量：宣讲",
      "产品宣讲次数；至少 2 次；地区局副主任",
      "产品宣讲次数；至少 3 次；地区局副主任",
    ],
    ["1 级 9.9 新要素", null, "无"],
  ]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});
