// A quarter for tests, as `settle` answers it (worked example 3 of the settlement rules).
import type { SettlementView } from "../bindings/bindings";

type Unit = SettlementView["groups"][number]["units"][number];

export function unit(code: string, name: string, score: string): Unit {
  const months = ["2026-07", "2026-08", "2026-09"].map((month) => ({
    month,
    score,
    shown: `${score}.00`,
    headcount: 2,
    noEngineer: false,
    closed: true,
    state: "closed" as const,
    missing: [],
    people: [],
  }));
  return { code, name, score, shown: `${score}.00`, exempt: null, months, confirmed: ["client", "provider"] };
}

export const SETTLED: SettlementView = {
  quarter: "2026Q3",
  status: "final",
  state: "final",
  revision: 1,
  ruleSet: { id: "settlement", version: 1, rubric: 1 },
  groups: [
    {
      kind: "provincial",
      weight: "0.20",
      score: "90",
      shown: "90.00",
      counted: 2,
      exempt: 0,
      units: [unit("ZQ", "省公司政企客户部", "95"), unit("ZK", "省公司重要客户中心", "85")],
    },
    {
      kind: "city",
      weight: "0.80",
      score: "88",
      shown: "88.00",
      counted: 1,
      exempt: 0,
      units: [unit("CD", "成都分公司", "88")],
    },
  ],
  overallExact: "88.4",
  overall: "88.40",
  coefficient: "0.8840",
  band: "linear",
  feeBase: "1200000.00",
  feePayable: "1060800.00",
  adjustments: [],
  paid: "0.00",
  amountDue: "1060800.00",
  taxRate: "6%",
  feeBaseSplit: null,
  feePayableSplit: {
    gross: "1060800.00",
    net: "1000754.72",
    tax: "60045.28",
    capitals: "人民币壹佰零陆万零捌佰元整",
  },
  amountDueSplit: null,
  difference: null,
  consecutiveBelow: 0,
  terminationRight: false,
  blockers: [],
  warnings: [],
  confirmations: [],
  deliveries: [],
  reportNo: "HQ-2026Q3-JS-R1",
  reportIssued: false,
  paperWaiting: null,
  termination: null,
  objections: [],
  prepared: null,
  reviewed: null,
  finalised: null,
  journalHead: "3f9a41c2d07be558",
};
