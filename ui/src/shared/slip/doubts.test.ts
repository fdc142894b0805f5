import { describe, expect, it } from "vitest";
import type { TakenSlipView } from "../../bindings/bindings";
import { doubtsOf } from "./doubts";
import { SLIP_TEXTS } from "./texts";

const texts = SLIP_TEXTS["zh-CN"];
const signature = (more: Partial<TakenSlipView["signatures"][number]>) =>
  ({
    party: "provider",
    name: "罗海燕",
    signer: "CN=罗海燕",
    intact: true,
    registered: null,
    ...more,
  }) as TakenSlipView["signatures"][number];
const looked = (more: Partial<TakenSlipView>) =>
  ({
    signatures: [signature({})],
    verdict: "signedByOne",
    figuresStand: true,
    deliveredOn: "2026-04-09",
    deadline: "2026-04-16",
    raised: [1, 2],
    slip: { objections: [{}, {}] },
    ...more,
  }) as TakenSlipView;

describe("before a slip goes on record", () => {
  it("a signed one in time raises no doubt", () => {
    const { known, doubts } = doubtsOf(looked({}), texts);
    expect(doubts).toEqual([]);
    expect(known).toEqual([texts.signed("罗海燕"), texts.term("2026-04-09", "2026-04-16")]);
  });

  it("says what is to be asked first", () => {
    const doubtsIn = (more: Partial<TakenSlipView>) => doubtsOf(looked(more), texts).doubts;
    expect(doubtsIn({ signatures: [] })).toEqual([texts.unsigned]);
    expect(doubtsIn({ signatures: [signature({ party: "client" })] })).toEqual([texts.notByProvider]);
    expect(doubtsIn({ signatures: [signature({ registered: false })] })).toEqual([texts.notRegistered]);
    expect(doubtsIn({ signatures: [signature({ intact: false })] })).toEqual([texts.unverifiable]);
    expect(doubtsIn({ figuresStand: false })).toEqual([texts.figuresChanged]);
  });

  it("says what is on record already, and that no term runs", () => {
    const { known } = doubtsOf(looked({ raised: [3], deliveredOn: null, deadline: null }), texts);
    expect(known).toContain(texts.some(1, 2));
    expect(known).toContain(texts.notDelivered);
  });
});
