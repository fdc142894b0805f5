import { expect, test } from "vitest";
import type { AttendanceRow, DayHead } from "../../bindings/bindings";
import { cellsOf, copied, pasted, rangeOf } from "./block";

const days: DayHead[] = [1, 2, 3].map((day) => ({
  day: `2026-07-0${day}`,
  weekday: day,
  working: true,
  name: null,
}));
const person = (staffNo: string, marks: string[]) =>
  ({ staffNo, name: staffNo, marks: marks.map((text) => ({ kind: "present", text })) }) as AttendanceRow;
const people = [person("E1", ["√", "迟12", "旷"]), person("E2", ["√", "病", "—"])];

test("a block of a spreadsheet is taken cell by cell", () => {
  expect(cellsOf("√\t迟5\r\n旷\t\r\n")).toEqual([
    ["√", "迟5"],
    ["旷", ""],
  ]);
  expect(cellsOf('"08:25\n18:03"\t"a ""b"""')).toEqual([["08:25\n18:03", 'a "b"']]);
  expect(cellsOf("")).toEqual([[""]]);
});

test("a pasted block sets days from its corner on, and says what lies beyond", () => {
  const range = rangeOf({ row: 1, column: 1 }, { row: 1, column: 1 });
  expect(pasted("迟5\t旷\t√\n√\t\t", range, people, days)).toEqual({
    rows: [
      { staffNo: "E2", day: "2026-07-02", text: "迟5" },
      { staffNo: "E2", day: "2026-07-03", text: "旷" },
    ],
    cut: 2,
  });
});

test("one cell fills all that is chosen", () => {
  const range = rangeOf({ row: 1, column: 1 }, { row: 0, column: 0 });
  const found = pasted(" √ ", range, people, days);
  expect(found.cut).toBe(0);
  expect(found.rows.map(({ staffNo, day, text }) => `${staffNo} ${day.slice(8)} ${text}`)).toEqual([
    "E1 01 √",
    "E1 02 √",
    "E2 01 √",
    "E2 02 √",
  ]);
});

test("what is copied can be pasted again", () => {
  const range = rangeOf({ row: 0, column: 1 }, { row: 1, column: 2 });
  const text = copied(range, people);
  expect(text).toBe("迟12\t旷\n病\t—");
  expect(cellsOf(text)).toEqual([
    ["迟12", "旷"],
    ["病", "—"],
  ]);
});
