import { expect, test } from "vitest";
import { lastQuarters, monthBefore, monthsOf, quarterOf } from "./quarter";

test("a quarter has its three months, and a day its quarter", () => {
  expect(monthsOf("2026Q4")).toEqual(["2026-10", "2026-11", "2026-12"]);
  expect(["2026-01-01", "2026-03-31", "2026-04", "2026-12-31"].map(quarterOf)).toEqual([
    "2026Q1",
    "2026Q1",
    "2026Q2",
    "2026Q4",
  ]);
});

test("quarters and months go back over the turn of the year", () => {
  expect(lastQuarters("2026-02-10", 3)).toEqual(["2026Q1", "2025Q4", "2025Q3"]);
  expect([monthBefore("2026-01"), monthBefore("2026-10")]).toEqual(["2025-12", "2026-09"]);
});
