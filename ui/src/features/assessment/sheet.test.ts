import { describe, expect, it } from "vitest";
import { readDraft, writeDraft } from "./draft";
import { monthToOpen } from "./monthToOpen";
import { cleaned, pointsText, readPoints } from "./points";
import type { Rubric, RubricItem } from "./rubric";
import {
  byRule,
  check,
  emptyEntry,
  type Entry,
  entryOf,
  firstMode,
  inMode,
  problemOf,
  ready,
  type Row,
  scoreInput,
  typed,
  withProposed,
  YES,
} from "./sheet";

const item = (code: string, max: string, more: Partial<RubricItem> = {}): RubricItem => ({
  code,
  name: code,
  max,
  needsReason: false,
  veto: false,
  ...more,
});
const RUBRIC: Rubric = {
  version: 1,
  from: "2026Q1",
  label: "",
  items: [
    item("A", "60"),
    item("B", "40", { needsReason: true }),
    item("V", "0", { veto: true, needsReason: true }),
  ],
  totalAllowed: true,
};
const [A, B, V] = RUBRIC.items as [RubricItem, RubricItem, RubricItem];
const entry = (cells: Record<string, string>, more: Partial<Entry> = {}): Entry => ({
  ...emptyEntry(),
  cells,
  ...more,
});
const row = (more: Partial<Row> = {}): Row => ({
  staffNo: "QT1",
  name: "张三",
  days: 20,
  due: true,
  probation: false,
  notAssessed: null,
  score: null,
  items: [],
  note: null,
  account: null,
  computed: [],
  changed: false,
  ...more,
});

describe("points", () => {
  it("are read exactly, as people and Excel write them", () => {
    expect(readPoints("12.5")).toBe(125_000n);
    expect(readPoints(" ８．５分 ")).toBe(85_000n);
    expect(readPoints("12.50000")).toBe(125_000n);
    expect(readPoints(".1")).toBe(1_000n);
    expect(pointsText(125_000n)).toBe("12.5");
    expect(pointsText(1n)).toBe("0.0001");
  });

  it("are refused with their reason", () => {
    expect(readPoints("abc")).toBe("notNumber");
    expect(readPoints("1.2.3")).toBe("notNumber");
    expect(readPoints("-1")).toBe("negative");
    expect(readPoints("1.00001")).toBe("tooFine");
  });

  it("never go through a binary fraction", () => {
    const tenths = Object.fromEntries([
      ["A", "0.1"],
      ["B", "0.2"],
    ]);
    expect(check(entry(tenths, { reasons: { B: "原因" } }), "points", RUBRIC).sum).toBe("0.3");
  });
});

describe("a pasted cell", () => {
  it("loses what Excel and WPS put around a number", () => {
    expect(typed("\u00a012.5 ", A)).toBe("12.5");
    expect(cleaned("－2")).toBe("-2");
  });

  it("keeps what is no number, marked as wrong", () => {
    expect(typed("缺考", A)).toBe("缺考");
    expect(problemOf("缺考", A, "points")).toBe("notNumber");
    expect(problemOf("60.5", A, "points")).toBe("above");
    expect(problemOf("60", A, "points")).toBeNull();
  });

  it("says yes or nothing in the veto's column", () => {
    expect(["是", "1", "√", "Y"].map((text) => typed(text, V))).toEqual([YES, YES, YES, YES]);
    expect(["否", "0", "", "n"].map((text) => typed(text, V))).toEqual(["", "", "", ""]);
    expect(problemOf(typed("也许", V), V, "points")).toBe("notNumber");
  });
});

describe("filling in points", () => {
  it("lacks the items that are empty", () => {
    const found = check(entry({ A: "60" }), "points", RUBRIC);
    expect(found.missing).toEqual(["B"]);
    expect(found.sum).toBeNull();
    expect(ready(found)).toBe(false);
  });

  it("asks for a reason where the rubric does", () => {
    const found = check(entry({ A: "59", B: "39" }), "points", RUBRIC);
    expect(found.deducted).toEqual(["A", "B"]);
    expect(found.reasonless).toEqual(["B"]);
    expect(check(entry({ A: "59", B: "39" }, { reasons: { B: "迟到" } }), "points", RUBRIC).sum).toBe("98");
  });

  it("counts nothing after a veto", () => {
    const found = check(entry({ A: "60", B: "40", V: YES }, { reasons: { V: "泄密" } }), "points", RUBRIC);
    expect(found.sum).toBe("0");
    expect(ready(found)).toBe(true);
  });
});

describe("扣分录入", () => {
  it("begins with full marks for everybody", () => {
    const found = check(emptyEntry(), "deductions", RUBRIC);
    expect(ready(found)).toBe(true);
    expect(found.sum).toBe("100");
    expect(scoreInput("QT1", emptyEntry(), "deductions", RUBRIC)).toEqual({
      staffNo: "QT1",
      score: null,
      note: null,
      items: [
        { code: "A", points: "60", reason: null, evidence: null },
        { code: "B", points: "40", reason: null, evidence: null },
      ],
    });
  });

  it("takes off what is typed, with or without a minus", () => {
    for (const text of ["2.5", "-2.5", "−2.5"]) {
      const given = entry({ A: text }, { reasons: { A: " 迟到 " }, evidence: { A: "" } });
      expect(check(given, "deductions", RUBRIC).sum).toBe("97.5");
      expect(scoreInput("QT1", given, "deductions", RUBRIC).items[0]).toEqual({
        code: "A",
        points: "57.5",
        reason: "迟到",
        evidence: null,
      });
    }
    expect(problemOf("61", A, "deductions")).toBe("above");
  });

  it("becomes points and back without losing anything", () => {
    const given = entry({ A: "2.5", B: "", V: YES }, { reasons: { A: "迟到" } });
    const points = inMode(given, "deductions", "points", RUBRIC);
    expect(points.cells).toEqual({ A: "57.5", B: "40", V: YES });
    expect(inMode(points, "points", "deductions", RUBRIC)).toEqual(given);
    expect(inMode(entry({ A: "abc" }), "points", "deductions", RUBRIC).cells.A).toBe("abc");
  });
});

describe("a total", () => {
  it("is submitted alone", () => {
    const given = { ...emptyEntry(), total: "87.50", note: " 全月正常 " };
    expect(scoreInput("QT1", given, "total", RUBRIC)).toEqual({
      staffNo: "QT1",
      score: "87.5",
      items: [],
      note: "全月正常",
    });
    expect(check({ ...given, total: "101" }, "total", RUBRIC).bad).toEqual([
      { code: "total", problem: "above" },
    ]);
  });
});

describe("a submitted row", () => {
  const submitted = row({
    score: "97.5",
    items: [
      { code: "A", points: "57.5", reason: "迟到", evidence: "考勤 10-08" },
      { code: "B", points: "40", reason: null, evidence: null },
    ],
  });

  it("stands in the sheet as it was submitted, and goes out the same", () => {
    for (const mode of ["points", "deductions"] as const) {
      const again = entryOf(submitted, mode, RUBRIC);
      expect(scoreInput("QT1", again, mode, RUBRIC).items).toEqual(submitted.items);
    }
    expect(entryOf(submitted, "deductions", RUBRIC).cells).toEqual({ A: "2.5", B: "" });
  });

  it("decides how the month opens", () => {
    expect(firstMode([row(), submitted], RUBRIC)).toBe("points");
    expect(firstMode([row(), row({ score: "90" })], RUBRIC)).toBe("total");
    expect(firstMode([row()], { ...RUBRIC, items: [] })).toBe("total");
  });

  it("sends no veto that was not given", () => {
    expect(scoreInput("QT1", entry({ A: "60", B: "40" }), "points", RUBRIC).items).toHaveLength(2);
    expect(problemOf("40", B, "points")).toBeNull();
  });
});

describe("items computed from tickets", () => {
  const computed = (more: Partial<Row["computed"][number]> = {}) =>
    row({
      computed: [
        {
          code: "B",
          points: "35.5",
          how: "按时交付",
          found: 3,
          least: 1,
          lowering: [],
          followed: false,
          ...more,
        },
      ],
    });
  const rules = byRule(computed());

  it("stand for an empty cell, in either way of entering, and are not sent", () => {
    for (const [mode, cells] of [
      ["points", { A: "60" }],
      ["deductions", {}],
    ] as const) {
      expect(check(entry(cells), mode, RUBRIC, rules)).toMatchObject({
        missing: [],
        deducted: [],
        sum: "95.5",
      });
      expect(scoreInput("QT1", entry(cells), mode, RUBRIC, rules).items.map(({ code }) => code)).toEqual([
        "A",
      ]);
    }
    expect(inMode(entry({ A: "" }), "deductions", "points", RUBRIC, rules).cells).toMatchObject({
      A: "60",
      B: "",
    });
  });

  it("want a reason for any other number, and none for the same", () => {
    const other = check(entry({ A: "60", B: "40" }), "points", RUBRIC, rules);
    expect(other).toMatchObject({ deducted: ["B"], reasonless: ["B"], sum: "100" });
    const given = entry({ A: "60", B: "40" }, { reasons: { B: "客户表扬" } });
    expect(check(given, "points", RUBRIC, rules).reasonless).toEqual([]);
    expect(scoreInput("QT1", given, "points", RUBRIC, rules).items[1]).toMatchObject({ reason: "客户表扬" });
    expect(check(entry({ A: "60", B: "35.50" }), "points", RUBRIC, rules).deducted).toEqual([]);
  });

  it("are scored by hand where there is too little", () => {
    expect(check(entry({ A: "60" }), "points", RUBRIC, byRule(computed({ points: null }))).missing).toEqual([
      "B",
    ]);
  });

  it("are computed again in a month that was returned", () => {
    const again = { ...computed({ followed: true }), score: "95.5" };
    again.items = [
      { code: "A", points: "60", reason: null, evidence: null },
      { code: "B", points: "35.5", reason: "按时交付", evidence: null },
    ];
    expect(entryOf(again, "points", RUBRIC)).toMatchObject({ cells: { A: "60" }, reasons: {} });
  });
});

describe("the draft", () => {
  it("comes back as it was kept", () => {
    const draft = { mode: "deductions" as const, entries: { QT1: entry({ A: "abc" }, { note: "备注" }) } };
    expect(readDraft(writeDraft(draft))).toEqual(draft);
  });

  it("is left alone where it is none of ours", () => {
    expect(readDraft(null)).toBeNull();
    expect(readDraft("not json")).toBeNull();
    expect(readDraft('{"form":99}')).toBeNull();
  });
});

describe("the month to open", () => {
  const months = ["2026-10", "2026-11", "2026-12"];
  it("is the first that has begun and is not closed", () => {
    const known = months.map((month) => ({ month, closed: month === "2026-10" }));
    expect(monthToOpen(months, known, "2026-11")).toBe("2026-11");
    expect(monthToOpen(months, known, "2026-10")).toBe("2026-10");
    expect(monthToOpen(months, [], "2026-12")).toBe("2026-12");
    expect(monthToOpen(months, known, "2026-09")).toBeNull();
  });
});

describe("what a rule proposes", () => {
  const proposed = [{ code: "B", points: "38.5", reason: "考勤：迟到3次，每次扣0.5分" }];
  it("is filled in beside what was typed", () => {
    const typedSoFar = entry({ A: "60" }, { note: "n" });
    expect(withProposed(typedSoFar, proposed, "points", RUBRIC)).toEqual(
      entry({ A: "60", B: "38.5" }, { note: "n", reasons: { B: "考勤：迟到3次，每次扣0.5分" } }),
    );
    expect(withProposed(typedSoFar, proposed, "deductions", RUBRIC).cells.B).toBe("1.5");
  });
  it("is left out where the rubric has no such item", () => {
    const unknown = [{ code: "X", points: "1", reason: "r" }];
    expect(withProposed(entry({}), unknown, "points", RUBRIC)).toEqual(entry({}));
  });
});
