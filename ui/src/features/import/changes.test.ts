import { expect, test } from "vitest";
import { changedCells } from "./changes";

test("only the cells that a row changes show what stood there", () => {
  const line = { row: 2, change: "changed", cells: ["QT1", "95", ""], before: ["QT1", "90", "好"] };
  expect([0, 1, 2].map((column) => changedCells(line, column))).toEqual([
    [null, "QT1"],
    ["90", "95"],
    ["好", ""],
  ]);
  expect(changedCells({ row: 3, change: "new", cells: ["QT2"], before: [] }, 0)).toEqual([null, "QT2"]);
});
