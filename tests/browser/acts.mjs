// What else people do in a year, on the demo year: handing work over, importing, keeping the ledger safe, the calendar and
// the rules, the acts of a month, invoices and a new version, an objection up to its decision, the journal, people found, a unit
// left out of a quarter.
// usage: node tests/browser/acts.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import { join } from "node:path";
import { calendarAndRules, handover, imports, journal, keeping, people } from "./acts/desk.mjs";
import { exemption } from "./acts/exemption.mjs";
import { board, month, objection, settlement } from "./acts/quarter.mjs";
import { handOf } from "./hand.mjs";
import { onStage } from "./stage.mjs";

async function walk({ page, url, folder, look, call }) {
  const hand = handOf({ page, url, folder, look, call });
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  for (const part of [handover, imports, keeping, calendarAndRules, month, board, settlement, objection, journal, people, exemption]) {
    await part(hand);
    console.log(`acts: ${part.name}`);
  }
}

await onStage(process.argv.slice(2), walk);
console.log("acts walk passed: every act was done and the screen said so");
