import { expect, test } from "vitest";
import type { DueView } from "../../bindings/bindings";
import { gathered, placeOf } from "./due";

const none = {
  unit: null,
  unitName: null,
  month: null,
  persons: null,
  party: null,
  amount: null,
  staffNo: null,
  term: null,
};

function score(code: string, persons: number, by = "2026-08-07", overdue = false): DueView {
  return {
    ...none,
    task: "scoreMonth",
    quarter: "2026Q3",
    unit: code,
    unitName: `${code}分公司`,
    month: "2026-07",
    persons,
    by,
    overdue,
  };
}

test("units that wait for the same thing are one line with all their people", () => {
  const lines = gathered([score("CD", 3), score("ZG", 2, "2026-08-06", true), score("AB", 0)]);
  expect(lines.map(({ units, persons, by, overdue }) => [units.length, persons, by, overdue])).toEqual([
    [2, 5, "2026-08-06", true],
    [1, 0, "2026-08-07", false],
  ]);
});

test("a line leads to the sheet of its only unit, or to the board", () => {
  const [one] = gathered([score("CD", 3)]);
  const [two] = gathered([score("CD", 3), score("ZG", 2)]);
  expect(one && placeOf(one)).toBe("/scoring?month=2026-07");
  expect(two && placeOf(two)).toBe("/board");
  const [sign] = gathered([{ ...none, task: "sign", quarter: "2026Q3", by: "2026-10-10", overdue: true }]);
  expect(sign && placeOf(sign)).toBe("/settlement");
});

test("people who wait for the same thing are one line, whatever quarter their days are in", () => {
  const open = (
    unit: string,
    staffNo: string | null,
    persons: number,
    by: string,
    quarter: string,
  ): DueView => ({
    ...none,
    task: "openCase",
    quarter,
    unit,
    unitName: unit,
    persons,
    staffNo,
    by,
    overdue: true,
  });
  const [many, ...rest] = gathered([
    open("CD", null, 2, "2025-03-07", "2025Q1"),
    open("ZG", "QT7", 1, "2026-04-08", "2026Q2"),
  ]);
  expect(rest).toEqual([]);
  expect([many?.persons, many?.units.length, many?.by]).toEqual([3, 2, "2025-03-07"]);
  expect(many && placeOf(many)).toBe("/certification?tab=due");
  const [one] = gathered([{ ...open("ZG", "QT 7", 1, "2026-10-22", "2026Q4"), task: "proveCase" }]);
  expect(one && placeOf(one)).toBe("/certification/QT%207");
});

test("tickets that are late lead to the list of those", () => {
  const late = (unit: string, task: string): DueView => ({
    ...none,
    task,
    quarter: "2026Q4",
    unit,
    unitName: unit,
    persons: 2,
    by: "2026-10-12",
    overdue: true,
  });
  const lines = gathered([
    late("CD", "ticketsOverdue"),
    late("ZG", "ticketsOverdue"),
    late("CD", "ticketsSoon"),
  ]);
  expect(lines.map(({ persons }) => persons)).toEqual([4, 2]);
  expect(lines.map(placeOf)).toEqual(["/tickets?scope=overdue", "/tickets?scope=soon"]);
});
