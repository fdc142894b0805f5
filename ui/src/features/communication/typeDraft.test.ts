import { expect, test } from "vitest";
import type { FormTypeBody } from "../../bindings/bindings";
import { bodyOf, draftOf } from "./typeDraft";

const QUOTE: FormTypeBody = {
  code: "quote",
  label: "报价单",
  register: "form",
  links: [{ link: "customer", needed: true }],
  ahead: false,
  tasks: false,
  fields: [
    { code: "kind", label: "类别", kind: { choice: ["产品", "服务"] }, need: "start", personal: false },
    {
      code: "rate",
      label: "税率",
      kind: "number",
      need: "optional",
      personal: false,
      when: { field: "kind", is: ["产品"] },
      hint: "百分数",
    },
  ],
  items: [{ code: "text", label: "合同文本", shownBy: "file", mayNotApply: false }],
  steps: [{ code: "approve1", label: "审批", kind: "approval", by: "leader", fields: [], within: 3 }],
  print: { twoARow: true, signatures: ["报价人", "审批人"], note: "含税" },
};

test("a type that was not changed is the same again", () => {
  expect(bodyOf(draftOf(QUOTE), "form")).toEqual(QUOTE);
});

test("reminders stay with what they ask for, and go with it", () => {
  const reminders = [{ term: "contractEnd", day: "rate", next: ["quote"] }];
  const body = { ...QUOTE, reminders };
  expect(bodyOf(draftOf(body), "form", reminders)).toEqual(body);
  const without = { ...draftOf(body), fields: [] };
  expect(bodyOf(without, "form", reminders)).not.toHaveProperty("reminders");
});

test("new parts get codes of their own, and a choice is never personal", () => {
  const draft = draftOf(QUOTE);
  const made = bodyOf(
    {
      ...draft,
      fields: [
        ...(draft.fields ?? []),
        { label: "备注", kind: "paragraph", need: "optional", personal: true },
        { label: "币种", kind: "choice", options: "人民币\n 美元 \n\n", need: "close", personal: true },
      ],
    },
    "form",
  );
  expect(made.fields.slice(2)).toEqual([
    { code: "field1", label: "备注", kind: "paragraph", need: "optional", personal: true },
    { code: "field2", label: "币种", kind: { choice: ["人民币", "美元"] }, need: "close", personal: false },
  ]);
});
