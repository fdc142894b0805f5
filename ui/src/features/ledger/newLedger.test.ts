import { expect, test } from "vitest";
import { IDENTIFIER, initRequest, onSystemDisk, strengthOf } from "./newLedger";

const FIELDS = {
  role: "province" as const,
  unit: " ZQ ",
  admin: " wang ",
  password: " p w ",
  again: " p w ",
  twoPerson: true,
};

test("names are trimmed, passwords are left as they were typed", () => {
  expect(initRequest(FIELDS)).toEqual({
    role: "province",
    unit: "ZQ",
    admin: "wang",
    password: " p w ",
    twoPerson: true,
    org: null,
  });
});

test("a table of units goes with a province or branch, never with the provider", () => {
  expect(initRequest({ ...FIELDS, org: " D:\\单位.xlsx " }).org).toBe("D:\\单位.xlsx");
  expect(initRequest({ ...FIELDS, role: "provider", org: "D:\\单位.xlsx" }).org).toBeNull();
});

test("the hint about a password goes by length and variety", () => {
  expect(["1234567", "12345678", "abcd1234", "Qingshan-2026-慧签"].map(strengthOf)).toEqual([
    "short",
    "weak",
    "fair",
    "strong",
  ]);
  expect(strengthOf("aaaaaaaaaaaaaaaa1!A")).toBe("weak");
});

test("codes have no blanks inside, and the system disk is known by its letter", () => {
  expect(["ZQ", "Z Q", ""].map((code) => IDENTIFIER.test(code))).toEqual([true, false, false]);
  expect(["C:\\Users\\a", "c:/x", "D:\\C:", "/home/c"].map(onSystemDisk)).toEqual([true, true, false, false]);
});
