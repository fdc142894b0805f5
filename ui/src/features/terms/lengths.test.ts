import { expect, test } from "vitest";
import { lengthOf, lengthWords, partsOf, unitsFor } from "./lengths";
import { zhCN } from "./texts";

test("a term's length reads back as it was written", () => {
  expect(partsOf(lengthOf(2, "workingDays"))).toEqual({ count: 2, unit: "workingDays" });
  expect(lengthWords(lengthOf(3, "months"), zhCN)).toBe("3 个月");
  expect(partsOf("byType")).toBeNull();
  expect(lengthWords("byType", zhCN)).toBe("按工单类型的天数");
});

test("minutes are offered before something, not after", () => {
  expect(unitsFor("before")).toContain("minutes");
  expect(unitsFor("after")).not.toContain("minutes");
});
