import { describe, expect, it } from "vitest";
import type { CheckView } from "../../bindings/bindings";
import { TEXTS } from "./texts";
import { localTime, partOf, verdictOf } from "./verdict";

type Signature = CheckView["signatures"][number];

function signature(party: string | null, name: string): Signature {
  return {
    party,
    signer: `CN=${name},O=四川移动,C=CN`,
    signedAt: "2026-07-01T07:03:23+00:00",
    timestamp: null,
    coversWholeRevision: true,
    intact: true,
    trusted: null,
    certificateExpired: false,
    signedBeforeValid: false,
    signedAfterExpiry: false,
    registered: true,
    unverifiable: null,
    problem: null,
    name,
    post: null,
    reason: null,
    location: null,
    fingerprint: "0a4e",
  };
}

const BOTH: CheckView = {
  file: "/x/2026Q1.pdf",
  pages: 76,
  signatures: [signature("client", "何志强"), signature("provider", "罗海燕")],
  changedAfterSigning: "signatureOnly",
  changes: [],
  verdict: "countersigned",
  sameKeyTwice: false,
  matchesLedger: true,
  journalHead: "inChain",
  reportNo: "HQ-2026Q1-JS-R1",
  revision: 1,
  quarter: "2026Q1",
  checkCode: "A57C",
  formal: true,
  kind: "settlementReport",
  unit: null,
  sheet: null,
  slip: null,
};

const say = (check: CheckView) => verdictOf(check, TEXTS["zh-CN"]);

describe("the verdict", () => {
  it("names both signers of a countersigned file", () => {
    expect(say(BOTH)).toEqual({
      tone: "success",
      sentence: "甲方何志强、乙方罗海燕都已签署，签署后内容没有改动。",
      but: [],
    });
  });

  it("says who is missing where one signed", () => {
    const one = { ...BOTH, verdict: "signedByOne", signatures: [signature("client", "何志强")] };
    expect(say(one).sentence).toBe("甲方何志强已签署，内容没有改动；还没有乙方的签名。");
    expect(say(one).tone).toBe("info");
    const neither = { ...one, signatures: [signature(null, "路人")] };
    expect(say(neither).sentence).toContain("不在甲方或乙方的签名栏里");
  });

  it("tells a draft from a report that waits to be signed", () => {
    const unsigned = { ...BOTH, verdict: "unsigned", signatures: [] };
    expect(say(unsigned).sentence).toBe("这份文件还没有人签署。");
    expect(say({ ...unsigned, formal: false }).sentence).toContain("草稿");
  });

  it("speaks of the sheet that a slip objects to", () => {
    const slip = { ...BOTH, kind: "objectionSlip", matchesLedger: false };
    expect(say(slip).but).toEqual([TEXTS["zh-CN"].but.slipFigures]);
    expect(say({ ...slip, kind: "settlementReport" }).but).toEqual([TEXTS["zh-CN"].but.otherFigures]);
  });

  it("is red for what was altered or cannot be read, and says what to do", () => {
    for (const verdict of ["altered", "invalid"]) {
      expect(say({ ...BOTH, verdict }).tone).toBe("error");
      expect(say({ ...BOTH, verdict }).sentence).toContain("请向对方索取原文件");
    }
    expect(say({ ...BOTH, verdict: "unverifiable" })).toMatchObject({ tone: "warning" });
  });

  it("is never green where something speaks against the file", () => {
    const stranger = { ...signature("provider", "罗海燕"), registered: false, signedAfterExpiry: true };
    const doubtful = {
      ...BOTH,
      signatures: [signature("client", "何志强"), stranger],
      sameKeyTwice: true,
      matchesLedger: false,
    };
    const { tone, but } = say(doubtful);
    expect(tone).toBe("warning");
    expect(but).toHaveLength(4);
    expect(but).toContain("文件里的数据与账本不一致。");
  });
});

it("reads a certificate's subject", () => {
  expect(partOf("CN=何志强,O=中国移动\\, 四川,C=CN", "O")).toBe("中国移动, 四川");
  expect(partOf("CN=x", "O")).toBeNull();
});

it("shows moments as in China", () => {
  expect(localTime("2026-07-01T17:03:23+00:00")).toBe("2026-07-02 01:03");
});
