import { describe, expect, it } from "vitest";
import type { ObjectionView } from "../../bindings/bindings";
import { actsOn, inOrder, partyOf } from "./turn";

const ALL = { answer: true, accept: true, decide: true };
const NONE = { answer: false, accept: false, decide: false };
const objection = (unit: string, number: number, state: string): ObjectionView => ({
  unit,
  number,
  state,
  by: "provider",
  staffNo: null,
  text: "",
  raisedOn: "2026-10-12",
  deadline: null,
  enteredBy: "",
  onBehalf: false,
  slip: null,
  answer: null,
  accepted: null,
  answeredOn: null,
  acceptedRejectionOn: null,
  decision: null,
  upheld: null,
  decidedOn: null,
});

describe("what may be done with an objection", () => {
  it("is only what its turn allows", () => {
    expect(actsOn({ state: "open", by: "provider" }, ALL, null)).toEqual({ ...NONE, answer: true });
    expect(actsOn({ state: "rejected", by: "provider" }, ALL, null)).toEqual({ ...ALL, answer: false });
    expect(actsOn({ state: "settled", by: "provider" }, ALL, null)).toEqual(NONE);
  });

  it("leaves accepting the answer to the party that objected", () => {
    expect(actsOn({ state: "rejected", by: "provider" }, ALL, "client").accept).toBe(false);
    expect(actsOn({ state: "rejected", by: "provider" }, ALL, "provider").accept).toBe(true);
    expect(actsOn({ state: "rejected", by: "client" }, ALL, "client").accept).toBe(true);
  });

  it("is nothing without the right to it", () => {
    expect(actsOn({ state: "open", by: "provider" }, NONE, "client")).toEqual(NONE);
  });
});

describe("accounts", () => {
  it("speak for their party, or record for either", () => {
    expect(partyOf({ role: "providerRepresentative" })).toBe("provider");
    expect(partyOf({ role: "unitLeader" })).toBe("client");
    expect(partyOf({ role: "clerk" })).toBeNull();
  });
});

describe("the list", () => {
  it("begins with what is to be done", () => {
    const order = inOrder([
      objection("CD", 1, "settled"),
      objection("MY", 2, "open"),
      objection("MY", 1, "open"),
      objection("AB", 1, "rejected"),
    ]);
    expect(order.map(({ unit, number }) => `${unit}${number}`)).toEqual(["MY1", "MY2", "AB1", "CD1"]);
  });
});
