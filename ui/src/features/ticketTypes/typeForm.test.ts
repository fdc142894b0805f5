import { describe, expect, it } from "vitest";
import type { TicketTypeBody } from "../../bindings/bindings";
import { answersOf, bodyOf, formOf, newCode } from "./typeForm";

const BODY: TicketTypeBody = {
  code: "visit",
  label: "客户拜访",
  service: "other",
  formal: false,
  customer: true,
  audited: false,
  acceptance: "customer",
  days: 3,
  fields: [
    { code: "demo", label: "带演示", kind: "yesNo", need: "start", personal: false },
    {
      code: "who",
      label: "演示人",
      kind: "line",
      need: "close",
      personal: true,
      hint: "姓名",
      when: { field: "demo", is: ["yes"] },
    },
    { code: "level", label: "层次", kind: { choice: ["高层", "中层"] }, need: "optional", personal: false },
  ],
  items: [
    {
      code: "slides",
      label: "演示文稿",
      shownBy: "file",
      mayNotApply: false,
      when: { field: "demo", is: ["yes"] },
    },
  ],
  records: [
    {
      code: "talk",
      label: "交谈",
      atLeast: 1,
      fields: [
        { code: "result", label: "结果", kind: { several: ["一", "二"] }, need: "close", personal: false },
      ],
    },
  ],
  steps: [{ code: "plan", label: "预约" }],
};

describe("the form of a type", () => {
  it("comes back as it was", () => {
    expect(bodyOf(formOf(BODY), "new")).toEqual(BODY);
  });

  it("names what is new, and keeps beside the journal texts alone", () => {
    const { code: _, ...rest } = formOf(BODY);
    const day = { code: "on", label: " 日期 ", kind: "day" as const, need: "close", personal: true };
    const body = bodyOf({ ...rest, fields: [day] }, "x1");
    expect(body.code).toBe("x1");
    expect(body.fields[0]).toEqual({
      code: "on",
      label: "日期",
      kind: "day",
      need: "close",
      personal: false,
    });
    expect(newCode()).not.toBe(newCode());
  });

  it("lets things depend on what is chosen, and on nothing else", () => {
    expect(answersOf({ kind: "yesNo" })).toEqual(["yes", "no"]);
    expect(answersOf({ kind: "choice", options: ["高层"] })).toEqual(["高层"]);
    expect(answersOf({ kind: "line" })).toEqual([]);
  });
});
