import { expect, test } from "vitest";
import { IDENTIFIER, initRequest, onSystemDisk } from "./initRequest";

const FIELDS = {
  role: "province" as const,
  unit: " ZQ ",
  admin: " wang ",
  name: " 王芳 ",
  post: "  ",
  password: " p w ",
  again: " p w ",
  twoPerson: true,
  dir: " D:\\账本 ",
};

test("names are trimmed, passwords are left as they were typed", () => {
  expect(initRequest(FIELDS)).toEqual({
    role: "province",
    unit: "ZQ",
    admin: "wang",
    name: "王芳",
    post: null,
    password: " p w ",
    twoPerson: true,
    org: null,
    dir: "D:\\账本",
  });
});

test("a table of units goes with a province or branch, never with the provider", () => {
  expect(initRequest({ ...FIELDS, org: " D:\\单位.xlsx " }).org).toBe("D:\\单位.xlsx");
  expect(initRequest({ ...FIELDS, role: "provider", org: "D:\\单位.xlsx" }).org).toBeNull();
});

test("codes have no blanks inside, and the system disk is known by its letter", () => {
  expect(["ZQ", "Z Q", ""].map((code) => IDENTIFIER.test(code))).toEqual([true, false, false]);
  expect(["C:\\Users\\a", "c:/x", "D:\\C:", "/home/c"].map(onSystemDisk)).toEqual([true, true, false, false]);
});
