import { describe, expect, it } from "vitest";
import { EVERYTHING, fieldsOf, gistOf, journalRequest } from "./journalFilter";

const SCORED = {
  assessment: {
    unit: "TF",
    staffNo: "QT0016",
    month: "2026-10",
    items: [{ code: "SJ", reason: "晚了两天" }],
  },
};

describe("what is asked of the log", () => {
  it("is everything without a filter, and no empty words", () => {
    expect(journalRequest({ ...EVERYTHING, text: "  " }, 200)).toEqual({
      limit: 200,
      account: null,
      kinds: [],
      from: null,
      to: null,
      text: null,
    });
  });

  it("is the filter as it was chosen", () => {
    const filter = {
      text: " 张三 CD ",
      account: "gl-cd",
      kinds: ["month.closed"],
      from: "2026-10-01",
      to: null,
    };
    expect(journalRequest(filter, 50)).toEqual({ ...filter, text: "张三 CD", limit: 50 });
  });
});

describe("an act's body", () => {
  it("says in short what it was about, without the details of lists", () => {
    expect(gistOf(SCORED)).toEqual([
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
