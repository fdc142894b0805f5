import { expect, test } from "vitest";
import { sizeOf } from "./usePaste";

test("a block from a spreadsheet is as large as its longest row, and its last line break is none of it", () => {
  expect(sizeOf("9\t8\r\n7\r\n")).toEqual({ rows: 2, columns: 2 });
  expect(sizeOf("9")).toEqual({ rows: 1, columns: 1 });
});
