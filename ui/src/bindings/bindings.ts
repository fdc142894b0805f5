export type ErrorClass = "refused" | "usage" | "damaged" | "environment";
export type AppError = { code: string; class: ErrorClass; params: Record<string, unknown>; incident: string | null };
export type Reach = "none" | "own" | "any";
export type StatusView = { dir: string; exists: boolean; open: boolean; role: string | null; unit: string | null; twoPerson: boolean | null; today: string | null; demo: boolean; accounts: string[]; session: SessionView | null };
export type SessionView = { account: string; name: string; role: string; unit: string | null; reach: { [key in string]: Reach } };
export type DemoAccount = { account: string; name: string; role: string; password: string };
export type DemoView = { dir: string; accounts: DemoAccount[]; recoveryCode: string; keys: string[]; keyPassword: string; units: number; engineers: number };
export type QuarterView = { quarter: string; status: string; revision: number; overall: string | null; coefficient: string | null; feePayable: string | null; blockers: number };
export type PersonScoreView = { staffNo: string; name: string; score: string | null; counted: boolean; probation: boolean; notAssessed: boolean };
export type MonthView = { month: string; score: string | null; shown: string | null; headcount: number; noEngineer: boolean; closed: boolean; people: PersonScoreView[] };
export type UnitScoreView = { code: string; name: string; score: string | null; shown: string | null; exempt: string | null; months: MonthView[]; confirmed: string[] };
export type GroupView = { kind: string; weight: string; score: string | null; shown: string | null; counted: number; exempt: number; units: UnitScoreView[] };
export type TaxView = { gross: string; net: string; tax: string; capitals: string };
export type SettlementView = { quarter: string; status: string; state: string; revision: number; ruleSet: { id: string; version: number; rubric: number }; groups: GroupView[]; adjustments: unknown[]; feeBaseSplit: TaxView | null; amountDueSplit: TaxView | null; confirmations: unknown[]; objections: unknown[]; prepared: unknown; reviewed: unknown; finalised: unknown; overallExact: string | null; overall: string | null; coefficient: string | null; band: string | null; feeBase: string | null; feePayable: string | null; feePayableSplit: TaxView | null; paid: string; amountDue: string | null; taxRate: string | null; difference: string | null; consecutiveBelow: number; terminationRight: boolean; blockers: Array<{ code: string } & Record<string, unknown>>; warnings: Array<{ code: string; params: Record<string, unknown> }>; journalHead: string | null };
export interface UseCases {
  ledgerStatus: { request: Record<string, never>; response: StatusView };
  openLedger: { request: { dir: string | null }; response: StatusView };
  makeDemo: { request: { dir: string | null }; response: DemoView };
  signIn: { request: { account: string | null; password: string }; response: SessionView };
  signOut: { request: Record<string, never>; response: null };
  quarters: { request: Record<string, never>; response: QuarterView[] };
  settle: { request: { quarter: string; whatIf: { [key in string]: string }; revision: number | null }; response: SettlementView };
}
