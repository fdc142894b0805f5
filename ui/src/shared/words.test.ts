import { expect, test } from "vitest";
import { message } from "./words";

test("sizes are shown as people know them, and never less than they are", () => {
  const said = (bytes: number, limitBytes: number) =>
    message("zh-CN", "sheet.tooLarge", { file: "a.xlsx", bytes, limitBytes });
  expect(said(50 * 1024 * 1024 + 1, 50 * 1024 * 1024)).toContain("50.1 MB，上限 50 MB");
  expect(said(1023, 1024)).toContain("1023 B，上限 1 KB");
  expect(said(3 * 2 ** 29, 2 ** 30)).toContain("1.5 GB，上限 1 GB");
});

test("a place that is named stands in the words", () => {
  expect(message("en", "diskFull", { path: "E:\\" })).toContain("“E:\\”");
  expect(message("zh-CN", "diskFull", { path: "E:\\" })).toContain("“E:\\”");
});
