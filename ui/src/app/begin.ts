// Before the first drawing: where the program stands, with the last ledger opened, so that the first thing drawn is the
// screen that stays. What cannot be had soon comes when it does, as it would on any other day.
import type { StatusView } from "../bindings/bindings";
import { lastLedger, toReopen } from "../features/ledger/lastLedger";
import { call, type Transport } from "../shared/transport";

/** How long an empty window is no worse than one that says that it waits, ms. */
const PATIENCE_MS = 700;

export async function begin(transport: Transport): Promise<StatusView | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  // A refusal is told by the screen that asks again.
  return Promise.race([known(transport).catch(() => undefined), late]);
}

async function known(transport: Transport): Promise<StatusView> {
  const status = await call(transport, "ledgerStatus", {});
  const wanted = toReopen(status, lastLedger());
  return wanted === null ? status : call(transport, "openLedger", wanted);
}
