import { describe, expect, it } from "vitest";
import type { JournalLine } from "../../bindings/bindings";
import { EVERYTHING, fieldsOf, filterLines, gistOf } from "./journal";

const line = (seq: number, at: string, name: string, kind: string, body: unknown): JournalLine => ({
  seq,
  at,
  name,
  kind,
  body,
  hash: `hash${seq}`,
});

const LINES = [
  line(3, "2026-11-02 09:00:00", "周敏", "month.closed", { unit: "TF", month: "2026-10" }),
  line(2, "2026-11-01 17:50:00", "马伟", "assessment.recorded", {
    assessment: {
      unit: "TF",
      staffNo: "QT0016",
      month: "2026-10",
      items: [{ code: "SJ", reason: "晚了两天" }],
    },
  }),
  line(1, "2026-10-31 23:59:59", "周敏", "ledger.founded", { installation: { role: "province" } }),
];
const WORDS: Record<string, string> = { "month.closed": "月度考核审核通过", "ledger.founded": "新建账本" };
const found = (filter: Partial<typeof EVERYTHING>) =>
  filterLines(LINES, { ...EVERYTHING, ...filter }, (kind) => WORDS[kind] ?? kind).map(({ seq }) => seq);

describe("the journal", () => {
  it("is whole without a filter", () => {
    expect(found({})).toEqual([3, 2, 1]);
  });

  it("is found by the words of an act, by what it holds, and by several words at once", () => {
    expect(found({ text: "新建" })).toEqual([1]);
    expect(found({ text: "qt0016" })).toEqual([2]);
    expect(found({ text: "tf 周敏" })).toEqual([3]);
    expect(found({ text: "hash2" })).toEqual([2]);
  });

  it("is filtered by person, kind and days, both ends included", () => {
    expect(found({ names: ["周敏"] })).toEqual([3, 1]);
    expect(found({ kinds: ["month.closed", "ledger.founded"] })).toEqual([3, 1]);
    expect(found({ from: "2026-11-01", to: "2026-11-01" })).toEqual([2]);
    expect(found({ to: "2026-10-31" })).toEqual([1]);
  });
});

describe("an act's body", () => {
  it("says in short what it was about, without the details of lists", () => {
    expect(gistOf(LINES[1]?.body)).toEqual([
      { key: "unit", value: "TF" },
      { key: "month", value: "2026-10" },
      { key: "staffNo", value: "QT0016" },
    ]);
  });

  it("opens into every value with the way to it", () => {
    expect(
      fieldsOf({
        a: { b: "1", c: null },
        d: ["x", "y"],
        e: [{ f: true, g: "z" }, { f: null }, { f: "v" }],
        h: [{ i: { j: 1 } }],
      }),
    ).toEqual([
      { path: ["a", "b"], value: "1" },
      { path: ["d"], value: "x, y" },
      { path: ["e", "1"], value: "true · z" },
      { path: ["e", "2"], value: "" },
      { path: ["e", "3"], value: "v" },
      { path: ["h", "1", "i", "j"], value: "1" },
    ]);
  });
});
