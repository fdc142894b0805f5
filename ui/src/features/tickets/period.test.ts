import { describe, expect, it } from "vitest";
import { nameOf, PERIODS, periodOf } from "./period";

describe("periods of statistics", () => {
  it("are whole weeks from Monday, months, quarters, years", () => {
    for (const [name, today, from, to] of [
      ["week", "2026-11-23", "2026-11-23", "2026-11-29"],
      ["week", "2026-11-29", "2026-11-23", "2026-11-29"],
      ["lastWeek", "2026-11-29", "2026-11-16", "2026-11-22"],
      ["month", "2026-02-10", "2026-02-01", "2026-02-28"],
      ["lastMonth", "2026-03-31", "2026-02-01", "2026-02-28"],
      ["lastMonth", "2026-01-31", "2025-12-01", "2025-12-31"],
      ["quarter", "2026-11-30", "2026-10-01", "2026-12-31"],
      ["year", "2026-02-28", "2026-01-01", "2026-12-31"],
    ] as const) {
      expect(periodOf(name, today), `${name} of ${today}`).toEqual({ from, to });
    }
  });

  it("are known by their days", () => {
    for (const name of PERIODS) expect(nameOf(periodOf(name, "2026-11-11"), "2026-11-11")).toBe(name);
    expect(nameOf({ from: "2026-11-02", to: "2026-11-03" }, "2026-11-11")).toBeUndefined();
  });
});
