import { expect, test } from "vitest";
import { isMeant, requestOf } from "./days";

test("days in a row become one change each, over the end of a month", () => {
  const { days } = requestOf({ days: ["2026-09-30", "2026-10-02"], kind: "holiday", name: " 国庆节 " });
  expect(days.map(({ day }) => day)).toEqual(["2026-09-30", "2026-10-01", "2026-10-02"]);
  expect(days[1]).toEqual({ day: "2026-10-01", kind: "holiday", name: "国庆节" });
});

test("one day is one change, and its name may be missing", () => {
  expect(requestOf({ days: ["2026-10-10", "2026-10-10"], kind: "working" }).days).toEqual([
    { day: "2026-10-10", kind: "working", name: "" },
  ]);
});

test("more than a month in a row is a slip", () => {
  expect(isMeant(["2026-10-01", "2026-10-31"])).toBe(true);
  expect(isMeant(["2026-10-01", "2027-10-07"])).toBe(false);
});
