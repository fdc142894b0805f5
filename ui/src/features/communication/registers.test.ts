import { expect, test } from "vitest";
import { formPath, formsRequest, isNarrowed, linkedRequest, readFilter } from "./registers";

const ALL = { scope: "all", unit: null, kind: null, text: "" } as const;

test("a scope asks for states, and what is late in the order of its days", () => {
  expect(formsRequest("complaint", ALL)).toMatchObject({ registers: ["complaint"], states: [], sort: "day" });
  expect(formsRequest("visit", { ...ALL, scope: "open" }).states).toEqual(["open", "returned"]);
  const late = formsRequest("visit", { ...ALL, scope: "overdue" });
  expect(late).toMatchObject({ overdue: true, sort: "due", descending: false });
  const everywhere = formsRequest(null, { ...ALL, scope: "open" });
  expect(everywhere).toMatchObject({ registers: [], sort: "due", descending: false });
});

test("a unit does not narrow a list, words do", () => {
  expect(isNarrowed({ ...ALL, unit: "CD" })).toBe(false);
  expect(isNarrowed({ ...ALL, text: " 迟到 " })).toBe(true);
});

test("a form's page lies on the screen of its register", () => {
  expect(formPath({ form: "CD-TS202610-0003", register: "complaint" })).toBe(
    "/communication/of/CD-TS202610-0003",
  );
  expect(formPath({ form: "CD-BD202610-0001", register: "form" })).toBe("/forms/of/CD-BD202610-0001");
});

test("what belongs to a customer is asked for, whatever its register, the newest first", () => {
  expect(linkedRequest({ customer: "CD-KH-0001" })).toMatchObject({
    customer: "CD-KH-0001",
    registers: [],
    sort: "day",
    descending: true,
  });
});

test("a view that was kept is read again, and what is none is left out", () => {
  const kept = { scope: "overdue", unit: "CD", kind: "inquiry", text: "专线" };
  expect(readFilter(kept)).toEqual(kept);
  expect(readFilter({ scope: "open" })).toEqual({ scope: "open", unit: null, kind: null, text: "" });
  expect(readFilter({ scope: "sometime" })).toBeNull();
});
