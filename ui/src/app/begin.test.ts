import { beforeEach, expect, test, vi } from "vitest";
import { rememberLedger } from "../features/ledger/lastLedger";
import type { Envelope, Transport } from "../shared/transport";
import { begin } from "./begin";

beforeEach(() => localStorage.clear());

const status = (open: boolean, exists = false) => ({ ok: { open, exists } }) as unknown as Envelope;

function program(answers: Record<string, Envelope | Promise<Envelope>>) {
  const asked: [string, unknown][] = [];
  const send = (useCase: string, request: unknown) => {
    asked.push([useCase, request]);
    return Promise.resolve(answers[useCase] as Envelope);
  };
  return { transport: { send } as unknown as Transport, asked };
}

test("without a ledger nothing is opened", async () => {
  const { transport, asked } = program({ ledgerStatus: status(false) });
  expect(await begin(transport)).toMatchObject({ open: false });
  expect(asked).toEqual([["ledgerStatus", {}]]);
});

test("the last ledger is opened before anything is drawn", async () => {
  rememberLedger("D:\\慧签");
  const { transport, asked } = program({ ledgerStatus: status(false), openLedger: status(true) });
  expect(await begin(transport)).toMatchObject({ open: true });
  expect(asked).toEqual([
    ["ledgerStatus", {}],
    ["openLedger", { dir: "D:\\慧签" }],
  ]);
});

test("a refusal and a program that takes its time are left to the screen", async () => {
  const error = { code: "noLedger", params: {} };
  const refusing = program({
    ledgerStatus: status(false, true),
    openLedger: { error } as unknown as Envelope,
  });
  expect(await begin(refusing.transport)).toBeUndefined();
  vi.useFakeTimers();
  const slow = begin(program({ ledgerStatus: new Promise<Envelope>(() => {}) }).transport);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await slow).toBeUndefined();
  vi.useRealTimers();
});
