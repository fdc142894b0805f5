import { describe, expect, it } from "vitest";
import type { Reach } from "../../bindings/bindings";
import { SETTLED, unit } from "../../shared/fixture";
import { linesOf } from "./blockerLines";
import { courseOf, waitingFor } from "./steps";
import { placeOf } from "./places";
import {
  AMOUNT,
  amountOf,
  confirmRequests,
  paperRequest,
  partiesOf,
  reportRequest,
  whatIfRequest,
} from "./requests";

describe("requests", () => {
  it("confirm all units at once or each chosen one", () => {
    expect(confirmRequests("2026Q3", { party: "client", which: "all", evidence: " " })).toEqual([
      { quarter: "2026Q3", unit: null, party: "client", evidence: null },
    ]);
    const chosen = { party: "provider", which: "chosen" as const, units: ["CD", "ZQ"], evidence: "/a.pdf" };
    expect(confirmRequests("2026Q3", chosen).map(({ unit: code }) => code)).toEqual(["CD", "ZQ"]);
  });

  it("ask for one kind of report", () => {
    expect(reportRequest("2026Q3", { kind: "sheet", unit: "CD" })).toEqual({
      quarter: "2026Q3",
      unit: "CD",
      statement: false,
      revision: null,
    });
    // A unit chosen before is not taken along to another kind.
    expect(reportRequest("2026Q3", { kind: "statement", unit: "CD", revision: 1 })).toEqual({
      quarter: "2026Q3",
      unit: null,
      statement: true,
      revision: 1,
    });
  });

  it("record paper", () => {
    const form = {
      path: "/s.pdf",
      reportNo: " HQ-2026Q3-JS-R2 ",
      revision: 2,
      signers: "甲、乙",
      sealApproval: "1",
    };
    expect(paperRequest("2026Q3", form)).toMatchObject({
      quarter: "2026Q3",
      reportNo: "HQ-2026Q3-JS-R2",
      sealKind: null,
    });
  });

  it("take amounts as they are copied from Excel", () => {
    expect(amountOf(" ¥1,060,800.00 ")).toBe("1060800.00");
    expect(amountOf("−500")).toBe("-500");
    expect(amountOf("-¥500")).toBe("-500");
    expect(amountOf("１，０６０，８００．５元")).toBe("1060800.5");
    // Meant as 10.5 or as 1.5? Not for the program to guess.
    for (const unclear of ["1,0.5", "12,5", "1060,800"]) expect(AMOUNT.test(amountOf(unclear))).toBe(false);
    for (const bad of ["", "1.234", "1e3", "abc", "--1"]) expect(AMOUNT.test(bad)).toBe(false);
  });

  it("ask a what-if for whole scores only", () => {
    expect(whatIfRequest({ CD: "95", ZQ: "", ZK: "9x", TF: "101", AB: " 88.1234 ", BZ: "100" })).toEqual({
      CD: "95",
      AB: "88.1234",
      BZ: "100",
    });
  });

  it("confirm for the parties that a role may speak for", () => {
    const session = (role: string) => ({
      account: "a",
      name: "a",
      unit: null,
      role,
      staffNo: null,
      reach: {} as Record<string, Reach>,
    });
    expect(partiesOf(session("providerRepresentative")).parties).toEqual(["provider"]);
    expect(partiesOf(session("unitLeader")).parties).toEqual(["client"]);
    expect(partiesOf(session("clerk"))).toEqual({ parties: ["client", "provider"], onBehalf: true });
  });
});

describe("where a blocker leads", () => {
  it("is the screen that deals with it", () => {
    const to = (blocker: { code: string } & Record<string, unknown>) => placeOf(blocker)?.to ?? null;
    expect(placeOf({ code: "personNotScored", unit: "CD", month: "2026-08", staffNo: "1" })).toEqual({
      to: "/scoring?month=2026-08",
      unit: "CD",
      needs: "unitMonth",
    });
    expect(to({ code: "noEngineerUndeclared", unit: "CD", month: "2026-08" })).toBe("/scoring?month=2026-08");
    expect(to({ code: "unitNotConfirmed", unit: "CD", party: "client" })).toBe("confirm");
    expect(to({ code: "feeBaseMissing" })).toBe("/import?kind=contract");
    expect(to({ code: "objectionOpen", unit: "CD" })).toBe("/objections");
    // Time alone ends a quarter.
    expect(to({ code: "quarterNotOver", month: "2026-12" })).toBeNull();
  });
});

it("persons without a score are gathered to a unit's month", () => {
  const person = (staffNo: string, month: string) => ({
    code: "personNotScored",
    unit: "CD",
    month,
    staffNo,
  });
  const lines = linesOf([person("1", "2026-07"), person("2", "2026-07"), person("1", "2026-08")]);
  expect(lines.get("personNotScored")?.map(({ count }) => count)).toEqual([2, 1]);
});

describe("the course", () => {
  const states = (settlement: typeof SETTLED, twoPerson = true) =>
    Object.fromEntries(courseOf(settlement, twoPerson).map(({ key, status }) => [key, status]));

  it("stands at the report once the quarter is final", () => {
    expect(states(SETTLED)).toEqual({
      scores: "finish",
      confirm: "finish",
      prepare: "finish",
      review: "finish",
      finalise: "finish",
      report: "process",
      sign: "wait",
      pay: "wait",
    });
  });

  it("counts confirmations apart from other blockers", () => {
    const blockers = [
      { code: "unitNotConfirmed", unit: "CD", party: "client" },
      { code: "monthNotClosed", unit: "CD", month: "2026-07" },
    ];
    const open = { ...SETTLED, state: "open", status: "draft", blockers };
    expect(
      courseOf(open, true)
        .map(({ left }) => left)
        .slice(0, 2),
    ).toEqual([1, 1]);
    expect(states(open).scores).toBe("process");
    expect(states(open).prepare).toBe("wait");
  });

  it("has no step of review where one person does it all", () => {
    expect(states(SETTLED, false)).not.toHaveProperty("review");
  });

  it("knows a report given out and a paper that waits", () => {
    expect(states({ ...SETTLED, reportIssued: true })).toMatchObject({ report: "finish", sign: "process" });
    const paperWaiting = { name: "周敏", at: "2026-10-30 09:00:00" };
    expect(states({ ...SETTLED, paperWaiting })).toMatchObject({ report: "finish", sign: "process" });
  });

  it("is over when it is signed and paid", () => {
    const closed = { ...SETTLED, state: "closed", status: "closed", amountDue: "0.00" };
    expect(new Set(Object.values(states(closed)))).toEqual(new Set(["finish"]));
  });
});

it("a party's waiting units are those it did not confirm and that count", () => {
  const units = [
    { ...unit("CD", "成都", "88"), confirmed: ["client"] },
    { ...unit("TF", "天府", "0"), confirmed: [], exempt: "无人" },
    { ...unit("MY", "绵阳", "88"), confirmed: [] },
  ];
  const groups = SETTLED.groups.slice(0, 1).map((group) => ({ ...group, units }));
  expect(waitingFor({ ...SETTLED, groups }, "provider")).toEqual(["CD", "MY"]);
  expect(waitingFor({ ...SETTLED, groups }, "client")).toEqual(["MY"]);
});
