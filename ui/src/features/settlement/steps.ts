// Where a quarter stands on its way from scores to payment, from what `settle` says.
import type { SettlementView } from "../../bindings/bindings";

export type StepKey = "scores" | "confirm" | "prepare" | "review" | "finalise" | "report" | "sign" | "pay";
export type StepStatus = "finish" | "process" | "wait";

export interface CourseStep {
  key: StepKey;
  status: StepStatus;
  /** What is left of it; of use where it is not finished. */
  left: number;
}

const REACHED: Record<string, number> = { open: 0, prepared: 1, reviewed: 2, final: 3, closed: 4 };

export function courseOf(settlement: SettlementView, twoPerson: boolean): CourseStep[] {
  const confirmations = settlement.blockers.filter(({ code }) => code === "unitNotConfirmed").length;
  const scores = settlement.blockers.length - confirmations;
  const reached = REACHED[settlement.state] ?? 0;
  const official = reached >= 3;
  const done: Record<StepKey, boolean> = {
    scores: official || scores === 0,
    confirm: official || confirmations === 0,
    prepare: reached >= 1,
    review: reached >= 2,
    finalise: official,
    report: reached >= 4 || settlement.reportIssued || settlement.paperWaiting !== null,
    sign: reached >= 4,
    pay: official && settlement.amountDue === "0.00",
  };
  // With two-person work off, who makes it official has taken the review with it.
  const keys = (Object.keys(done) as StepKey[]).filter((key) => twoPerson || key !== "review");
  const current = keys.find((key) => !done[key]);
  return keys.map((key) => ({
    key,
    status: done[key] ? "finish" : key === current ? "process" : "wait",
    left: key === "scores" ? scores : key === "confirm" ? confirmations : 0,
  }));
}

/** Units that a party's confirmation is missing from. */
export function waitingFor(settlement: SettlementView, party: string): string[] {
  return settlement.groups.flatMap(({ units }) =>
    units
      .filter(({ exempt, confirmed }) => exempt === null && !confirmed.includes(party))
      .map(({ code }) => code),
  );
}
