import { describe, expect, test } from "vitest";
import { decideRequest, evidenceRequest } from "./requests";

describe("forms of a case", () => {
  test("what was left empty is absent", () => {
    expect(
      evidenceRequest("QT1", "companyExperience", { since: "2024-05-01", text: "  ", count: 1 }),
    ).toEqual({
      staffNo: "QT1",
      of: "companyExperience",
      since: "2024-05-01",
      quarter: null,
      grade: null,
      requirement: null,
      day: null,
      count: null,
      objectGrade: null,
      text: null,
      paper: null,
    });
    const shown = evidenceRequest("QT1", "behaviour", {
      requirement: "1.5.1",
      count: 2,
      objectGrade: "省级",
      text: " 见签到表 ",
    });
    expect([shown.count, shown.objectGrade, shown.text]).toEqual([2, "省级", "见签到表"]);
  });

  test("a decision holds the words of its own outcome only", () => {
    const typed = { validFrom: "2026-11-01", exception: "破格", reason: "不够", then: "retrain" };
    const passed = decideRequest("QT1", { ...typed, passed: true });
    expect([passed.validFrom, passed.exception, passed.reason, passed.then]).toEqual([
      "2026-11-01",
      "破格",
      null,
      null,
    ]);
    const failed = decideRequest("QT1", { ...typed, passed: false });
    expect([failed.validFrom, failed.exception, failed.reason, failed.then]).toEqual([
      null,
      null,
      "不够",
      "retrain",
    ]);
  });
});
