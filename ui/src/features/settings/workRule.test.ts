import { expect, test } from "vitest";
import { linesOfRubric } from "./lines";
import { TEXTS } from "./texts";
import { shifted, workRule, workRuleTyped } from "./WorkRuleFields";

test("shares are typed in percent and asked for as parts of one, digit by digit", () => {
  for (const [percent, share] of [
    ["60", "0.6"],
    ["87.5", "0.875"],
    ["5", "0.05"],
    ["100", "1"],
    ["0", "0"],
    ["-5", "-0.05"],
  ] as const) {
    expect(shifted(percent, -2)).toBe(share);
    expect(shifted(share, 2)).toBe(percent);
  }
  expect(shifted("六十", -2)).toBe("六十");
});

test("a rule is asked for as typed and typed as it stands", () => {
  const rule = { measure: "onTime", zero: "0.6", full: "1", least: 3 } as const;
  expect(workRuleTyped(rule)).toEqual({ measure: "onTime", zero: "60", full: "100", least: "3" });
  expect(workRule(workRuleTyped(rule))).toEqual(rule);
  const marks = { measure: "meanMark", zero: "3", full: "4.8", least: 2 } as const;
  expect(workRule(workRuleTyped(marks))).toEqual(marks);
  expect(workRule({ measure: "complaints", zero: "3", full: "0", least: "7" })?.least).toBe(0);
  expect(workRule({ measure: "onTime", zero: "0", full: "100", least: "三" })?.least).toBe(0);
  expect(workRule(null)).toBeNull();
});

test("a version says how an item is computed", () => {
  const work = { measure: "onTime", zero: "0.6", full: "1", least: 3 } as const;
  const item = { code: "XY", name: "响应及时", max: "10", veto: false, needsReason: false, work };
  const rubric = { version: 2, from: "2026Q4", label: "", totalAllowed: true, items: [item] };
  const [line] = linesOfRubric(rubric, TEXTS["zh-CN"].rules);
  expect(line?.text).toContain("按工单计算：按时交付率 60% 得 0 分、100% 得满分，至少 3 件");
});
