import { expect, test } from "vitest";
import type { DueLine } from "./due";
import { notices } from "./notices";

function line(key: string, by: string): DueLine {
  return {
    key,
    task: "pay",
    quarter: "2026Q3",
    month: null,
    units: [],
    persons: 0,
    staffNo: null,
    term: null,
    amount: null,
    by,
    overdue: false,
  };
}

test("what is due today is told once a day, to each account", () => {
  const lines = [line("a", "2026-10-10"), line("b", "2026-10-11")];
  const [first, told] = notices(lines, "2026-10-10", "账本 wang", null);
  expect(first.map(({ key }) => key)).toEqual(["a"]);
  expect(notices(lines, "2026-10-10", "账本 wang", told)[0]).toEqual([]);
  expect(notices(lines, "2026-10-10", "账本 li", told)[0].map(({ key }) => key)).toEqual(["a"]);
  const [next] = notices(lines, "2026-10-11", "账本 wang", told);
  expect(next.map(({ key }) => key)).toEqual(["b"]);
});

test("late tickets are told of every day until they are done", () => {
  const late = { ...line("late", "2026-10-08"), task: "ticketsOverdue" };
  const [first, told] = notices([late], "2026-10-10", "账本 wang", null);
  expect(first).toEqual([late]);
  expect(notices([late], "2026-10-10", "账本 wang", told)[0]).toEqual([]);
  expect(notices([late], "2026-10-11", "账本 wang", told)[0]).toEqual([late]);
});
