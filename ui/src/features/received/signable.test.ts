import { expect, test } from "vitest";
import type { CheckView } from "../../bindings/bindings";
import { signedPath, whyNot } from "./signable";
import { TEXTS } from "./texts";

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
};
const signedBy = (party: string): CheckView => ({
  ...CHECK,
  verdict: "signedByOne",
  signatures: [{ party } as CheckView["signatures"][number]],
});
const suffixes = TEXTS["zh-CN"].sign.suffix;

test("a party signs what is formal, sound and not signed by it", () => {
  expect(whyNot(CHECK, "client")).toBeNull();
  expect(whyNot(signedBy("client"), "provider")).toBeNull();
  expect(whyNot(signedBy("client"), "client")).toBe("already");
  expect(whyNot({ ...CHECK, formal: false }, "client")).toBe("draft");
  expect(whyNot({ ...CHECK, verdict: "altered" }, "client")).toBe("sound");
  expect(whyNot(undefined, "client")).toBe("unknown");
});

test("the signed file stands beside the original, under a name that says who signed", () => {
  expect(signedPath("D:\\收件\\2026Q3.pdf", CHECK, "client", suffixes)).toBe("D:\\收件\\2026Q3-甲方签.pdf");
  expect(signedPath("/in/2026Q3-甲方签.pdf", signedBy("client"), "provider", suffixes)).toBe(
    "/in/2026Q3-双方签署.pdf",
  );
  expect(signedPath("/in/x.pdf", signedBy("client"), "provider", suffixes)).toBe("/in/x-双方签署.pdf");
});
