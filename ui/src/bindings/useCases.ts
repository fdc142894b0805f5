import type * as types from "./bindings";

export interface UseCases {
  ledgerStatus: { request: Record<string, never>; response: types.StatusView };
  openLedger: { request: { dir: string | null }; response: types.StatusView };
  makeDemo: { request: { dir: string | null }; response: types.DemoView };
  signIn: { request: { account: string | null; password: string }; response: types.SessionView };
  signOut: { request: Record<string, never>; response: null };
  quarters: { request: Record<string, never>; response: types.QuarterView[] };
  settle: { request: { quarter: string; whatIf: { [key in string]: string }; revision: number | null }; response: types.SettlementView };
}
