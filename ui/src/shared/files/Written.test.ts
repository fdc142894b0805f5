import { describe, expect, it } from "vitest";
import type { WrittenPart } from "../../bindings/bindings";
import { bySheet, columnName } from "./Written";

const row = (sheet: string | null, number: number): WrittenPart => ({
  place: { at: sheet === null ? "paragraph" : "row", number, sheet },
  text: "甲\t乙",
});

describe("what is written in a file", () => {
  it("names columns as spreadsheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });

  it("has the rows of each sheet together, in the order of the file", () => {
    const sheets = bySheet([row("点位", 1), row("报价", 2), row("点位", 3), row(null, 4)]);
    expect(sheets.map(([name, rows]) => [name, rows.map(({ place }) => place.number)])).toEqual([
      ["点位", [1, 3]],
      ["报价", [2]],
    ]);
  });
});
