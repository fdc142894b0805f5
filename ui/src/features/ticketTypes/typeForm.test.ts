import { describe, expect, it } from "vitest";
import type { TicketTypeBody } from "../../bindings/bindings";
import { bodyOf, formOf, newCode } from "./typeForm";
import { answersOf } from "./when";

const BODY: TicketTypeBody = {
  code: "visit",
  label: "客户拜访",
  service: "other",
  formal: false,
  customer: true,
  opportunity: true,
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
    { code: "price", label: "报价", kind: "yuan", need: "close", personal: false, restricted: true },
    { code: "until", label: "截止", kind: "day", need: "close", personal: false, ahead: true },
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
    { code: "film", label: "录像", shownBy: "file", mayNotApply: false, after: "slides", onChange: "anew" },
  ],
  records: [
    {
      code: "talk",
      label: "交谈",
      atLeast: 1,
      before: "review",
      fields: [
        { code: "result", label: "结果", kind: { several: ["一", "二"] }, need: "close", personal: false },
      ],
    },
    {
      code: "review",
      label: "评审",
      atLeast: 1,
      fields: [
        { code: "side", label: "部门", kind: { choice: ["技术", "商务"] }, need: "close", personal: false },
        {
          code: "verdict",
          label: "结论",
          kind: { choice: ["同意", "有意见"] },
          need: "close",
          personal: false,
        },
      ],
      covers: ["side"],
      settled: { field: "verdict", is: ["有意见"], taken: "已修改" },
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

  it("neither covers nor settles what a record has no field for", () => {
    const form = formOf(BODY);
    const [, review] = form.records;
    if (review !== undefined) review.fields = [{ code: "other", label: "其它", kind: "line", need: "close" }];
    const body = bodyOf(form, "new").records[1];
    expect(body).not.toHaveProperty("covers");
    expect(body).not.toHaveProperty("settled");
  });

  it("lets things depend on what is chosen, and on nothing else", () => {
    expect(answersOf({ kind: "yesNo" })).toEqual(["yes", "no"]);
    expect(answersOf({ kind: "choice", options: ["高层"] })).toEqual(["高层"]);
    expect(answersOf({ kind: "line" })).toEqual([]);
  });
});
