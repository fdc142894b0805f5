export type ErrorClass = "refused" | "usage" | "damaged" | "environment";
export type AppError = { code: string; class: ErrorClass; params: Record<string, unknown>; incident: string | null };
export type StatusView = { dir: string; exists: boolean; open: boolean; role: string | null; unit: string | null; twoPerson: boolean | null; today: string | null; demo: boolean; accounts: string[]; session: SessionView | null };
export type SessionView = { account: string; name: string; role: string; unit: string | null };
export type DemoAccount = { account: string; name: string; role: string; password: string };
export type DemoView = { dir: string; accounts: DemoAccount[] };
export type QuarterView = { quarter: string; status: "draft"|"final"|"closed"; overall: string | null; feePayable: string | null };
export type PersonView = { staffNo: string; name: string | null; score: string | null };
export type MonthView = { month: string; score: string | null; headcount: number; noEngineer: boolean; closed: boolean; people: PersonView[] };
export type UnitView = { code: string; name: string; score: string | null; exempt: string | null; months: MonthView[] };
export type GroupView = { kind: "provincial" | "city"; weight: string; score: string | null; counted: number; exempt: number; units: UnitView[] };
export type BlockerView = { code: string; unit?: string; month?: string; staffNo?: string; party?: string; group?: string };
export type WarningView = { code: string; params: Record<string, unknown> };
export type SettlementView = { quarter: string; status: "draft"|"final"|"closed"; groups: GroupView[]; overallExact: string | null; overall: string | null; coefficient: string | null; band: "full"|"linear"|"none"|null; feeBase: string | null; feePayable: string | null; amountDue: string | null; consecutiveBelow: number; terminationRight: boolean; blockers: BlockerView[]; warnings: WarningView[]; journalHead: string | null };
export interface UseCases {
  ledgerStatus: { request: Record<string, never>; response: StatusView };
  openLedger: { request: { dir: string | null }; response: StatusView };
  makeDemo: { request: { dir: string }; response: DemoView };
  signIn: { request: { account: string | null; password: string }; response: SessionView };
  signOut: { request: Record<string, never>; response: null };
  quarters: { request: Record<string, never>; response: QuarterView[] };
  settle: { request: { quarter: string; whatIf: Record<string, string> }; response: SettlementView };
}
