import { expect, test } from "vitest";
import { attendanceRule } from "./AttendanceRuleFields";
import { linesOfRubric } from "./lines";
import { TEXTS } from "./texts";

test("what was left empty takes nothing off, and no rule stays none", () => {
  expect(attendanceRule({ late: " 0.5 ", early: "" })).toEqual({
    late: "0.5",
    early: "0",
    missing: "0",
    absent: "0",
  });
  expect(attendanceRule(null)).toBeNull();
  expect(attendanceRule(undefined)).toBeNull();
});

test("a version says what it takes off for attendance", () => {
  const item = { code: "KQ", name: "考勤", max: "10", veto: false, needsReason: false };
  const rule = { late: "0.5", early: "0.5", missing: "0", absent: "3" };
  const rubric = {
    version: 2,
    from: "2026Q4",
    label: "",
    totalAllowed: true,
    items: [item, { ...item, code: "KQ2", attendance: rule }],
  };
  const [without, having] = linesOfRubric(rubric, TEXTS["zh-CN"].rules);
  expect(without?.text).not.toContain("按考勤扣分");
  expect(having?.text).toContain("迟到每次 0.5、早退每次 0.5、缺卡每次 0、旷工每天 3");
});
