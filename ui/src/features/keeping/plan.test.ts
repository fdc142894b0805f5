import { expect, test } from "vitest";
import type { BackupPlanView } from "../../bindings/bindings";
import { fieldsOf, requestOf } from "./plan";

const NONE: BackupPlanView = {
  rhythm: "off",
  onClosing: false,
  keep: 14,
  places: [],
  byHand: null,
  due: false,
  daysWithoutSecond: 0,
  warned: false,
};

test("a first plan begins with what is advised, a later one with what is", () => {
  expect(fieldsOf(NONE)).toEqual({ first: "", second: "", rhythm: "daily", onClosing: true, keep: 14 });
  const second = { place: "second" as const, folder: "E:\\备份", there: true, due: false };
  const set: BackupPlanView = {
    ...NONE,
    rhythm: "weekly",
    keep: 5,
    places: [{ ...second, last: null, failed: null, files: 0 }],
  };
  expect(fieldsOf(set)).toEqual({
    first: "",
    second: "E:\\备份",
    rhythm: "weekly",
    onClosing: false,
    keep: 5,
  });
});

test("an empty place is no place", () => {
  const fields = { first: "  ", rhythm: "off" as const, onClosing: false, keep: 3 };
  expect(requestOf(fields)).toMatchObject({ first: null, second: null });
  expect(requestOf({ ...fields, second: " D:\\b " }).second).toBe("D:\\b");
});
