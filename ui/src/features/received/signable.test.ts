import { expect, test } from "vitest";
import type { CheckView } from "../../bindings/bindings";
import { whyNot } from "./signable";

const CHECK: CheckView = {
  file: "a.pdf",
  pages: 1,
  signatures: [],
  changedAfterSigning: "none",
  changes: [],
  verdict: "unsigned",
  sameKeyTwice: false,
  matchesLedger: null,
  journalHead: null,
  reportNo: null,
  revision: null,
  quarter: null,
  checkCode: null,
  formal: true,
  kind: "settlementReport",
  unit: null,
  sheet: null,
  slip: null,
};
const signedBy = (party: string): CheckView => ({
  ...CHECK,
  verdict: "signedByOne",
  signatures: [{ party } as CheckView["signatures"][number]],
});

test("a party signs what is formal, sound and not signed by it", () => {
  expect(whyNot(CHECK, "client")).toBeNull();
  expect(whyNot(signedBy("client"), "provider")).toBeNull();
  expect(whyNot(signedBy("client"), "client")).toBe("already");
  expect(whyNot({ ...CHECK, formal: false }, "client")).toBe("draft");
  expect(whyNot({ ...CHECK, verdict: "altered" }, "client")).toBe("sound");
  expect(whyNot(undefined, "client")).toBe("unknown");
});
