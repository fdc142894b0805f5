import { describe, expect, it } from "vitest";
import type { SettlementView } from "../../bindings/bindings";
import { SETTLED, unit } from "../../shared/fixture";
import { TEXTS } from "./texts";
import { type Node, settlementTree } from "./tree";
import { itemNodes } from "./useItems";

const BANDS = [
  { from: "0", kind: "none" },
  { from: "70", kind: "linear" },
  { from: "90", kind: "full" },
];
const zh = TEXTS["zh-CN"];

function find(root: Node, key: string): Node {
  if (root.key === key) return root;
  for (const child of root.children ?? []) {
    const found = [child].flatMap((one) => all(one)).find((one) => one.key === key);
    if (found) return found;
  }
  throw new Error(`no node ${key}`);
}

function all(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(all)];
}

function how(settlement: SettlementView, key: string): string | null {
  return find(settlementTree(settlement, BANDS, zh), key).how;
}

describe("the tree", () => {
  it("says at each level how the figure came about", () => {
    expect(how(SETTLED, "fee")).toBe("全部服务费 ¥1,200,000.00 × 支付系数 0.8840");
    expect(how(SETTLED, "coefficient")).toBe(
      "满 70 分、不到 90 分，按得分比例支付：总分 88.40 ÷ 100 = 0.8840",
    );
    expect(how(SETTLED, "overall")).toBe("省级均分 90 × 20% + 市州均分 88 × 80% = 88.4 → 88.40（四舍五入）");
    expect(how(SETTLED, "provincial")).toBe("(95 + 85) ÷ 2 = 90");
    expect(how(SETTLED, "CD")).toBe("(7月 88 + 8月 88 + 9月 88) ÷ 3 = 88");
  });

  it("shows exact means with six decimals, so that they can be worked out again", () => {
    const score = "9913/112";
    const groups = SETTLED.groups.map((group) => ({ ...group, score }));
    const settlement = { ...SETTLED, groups, overallExact: score, overall: "88.51" };
    expect(how(settlement, "overall")).toBe(
      "省级均分 88.508929… × 20% + 市州均分 88.508929… × 80% = 88.508929… → 88.51（四舍五入）",
    );
  });

  it("says which band a score falls into", () => {
    const full = { ...SETTLED, band: "full", overall: "90.00", coefficient: "1.0000" };
    expect(how(full, "coefficient")).toBe("总分 90.00 达到 90 分，全额支付");
    const none = { ...SETTLED, band: "none", overall: "69.38", coefficient: "0.0000" };
    expect(how(none, "coefficient")).toBe("总分 69.38 不到 70 分，不支付");
  });

  it("begins with what is due where something was carried in or paid", () => {
    const adjustments = [{ fromQuarter: "2026Q2", amount: "-500.00", reason: "更正" }];
    const settlement = { ...SETTLED, adjustments, paid: "60000.00", amountDue: "1000300.00" };
    expect(how(settlement, "due")).toBe("应付服务费 ¥1,060,800.00 − ¥500.00 − 已付 ¥60,000.00");
    expect(settlementTree(SETTLED, BANDS, zh).key).toBe("fee");
  });

  it("names a group's many units by their number and who is left out", () => {
    const units = Array.from({ length: 6 }, (_, n) => unit(`U${n}`, `单位${n}`, "88"));
    const groups = SETTLED.groups.map((group) => ({ ...group, units, counted: 5, exempt: 1 }));
    expect(how({ ...SETTLED, groups }, "city")).toBe("5 个单位季度得分的平均（1 个不纳入考核，不计） = 88");
  });

  it("leaves out months without engineers, and says so", () => {
    const made = unit("CD", "成都分公司", "88");
    const months = made.months.map((month, index) =>
      index === 0 ? { ...month, score: null, shown: null, headcount: 0, noEngineer: true } : month,
    );
    const groups = SETTLED.groups.map((group) => ({ ...group, units: [{ ...made, months }] }));
    expect(how({ ...SETTLED, groups }, "CD")).toBe("(8月 88 + 9月 88) ÷ 2 = 88；7月无在岗人员，不计");
  });

  it("lists a month's persons, and a mean of what they scored", () => {
    const made = unit("CD", "成都分公司", "87.5");
    const person = { name: "甲", counted: true, probation: false, notAssessed: false };
    const people = [
      { ...person, staffNo: "1", score: "90" },
      { ...person, staffNo: "2", score: "85", probation: true },
      { ...person, staffNo: "3", score: null, notAssessed: true, counted: false },
    ];
    const months = made.months.map((month) => ({ ...month, people }));
    const groups = SETTLED.groups.map((group) => ({ ...group, units: [{ ...made, months }] }));
    const root = settlementTree({ ...SETTLED, groups }, BANDS, zh);
    expect(find(root, "CD.2026-07").how).toBe("(90 + 85) ÷ 2 = 87.5");
    expect(find(root, "CD.2026-07.2").tags).toEqual(["试用"]);
    expect(find(root, "CD.2026-07.3").tags).toEqual(["本月不评分"]);
    expect(find(root, "CD.2026-07.3").children).toBeUndefined();
  });

  it("marks assumed scores instead of explaining them", () => {
    const settlement = { ...SETTLED, blockers: [{ code: "whatIf", unit: "CD" }] };
    expect(how(settlement, "CD")).toBe("试算得分");
  });
});

describe("a person's items", () => {
  const row = {
    staffNo: "1",
    name: "甲",
    days: 21,
    due: true,
    probation: false,
    notAssessed: null,
    score: "86",
    items: [{ code: "XQ", points: "11.5", reason: "未按模板", evidence: "工单 12" }],
    note: null,
    account: null,
    computed: [],
    changed: false,
  };
  const rubric = {
    version: 1,
    items: [{ code: "XQ", name: "需求分析", max: "15", veto: false, needsReason: true }],
  };

  it("stand with their full marks, reasons and evidence", () => {
    const [item] = itemNodes("p", row, rubric, zh);
    expect(item).toMatchObject({
      title: "需求分析",
      how: "满分 15 · 未按模板 · 依据：工单 12",
      value: "11.5",
    });
  });

  it("are missing where only a total was given", () => {
    expect(itemNodes("p", { ...row, items: [] }, rubric, zh)[0]?.title).toBe("只填了总分，没有分项得分");
  });
});
