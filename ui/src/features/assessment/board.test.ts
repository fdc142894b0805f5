import { describe, expect, it } from "vitest";
import { type Blocker, type BoardUnit, cellOf, counts, done, late, lineOf, waiting } from "./board";
import { BOARD_TEXTS } from "./boardTexts";
import { reminder, reminders } from "./reminder";

const NOW = "2026-11";
const words = BOARD_TEXTS["zh-CN"];
const person = (staffNo: string, name: string, score: string | null) => ({
  staffNo,
  name,
  score,
  probation: false,
  notAssessed: false,
  counted: score !== null,
});
const month = (name: string, more: Partial<BoardUnit["months"][number]> = {}) => ({
  month: name,
  score: null,
  shown: null,
  headcount: 0,
  noEngineer: false,
  closed: false,
  people: [person("QT1", "张三", "90"), person("QT2", "李四", "85")],
  ...more,
});
const unit = (months: BoardUnit["months"], more: Partial<BoardUnit> = {}): BoardUnit => ({
  code: "CD",
  name: "成都分公司",
  score: null,
  shown: null,
  exempt: null,
  months,
  confirmed: [],
  ...more,
});
const absent = (of: string, staffNo: string): Blocker => ({
  code: "personNotScored",
  unit: "CD",
  month: of,
  staffNo,
});
const unscored = { people: [person("QT1", "张三", "90"), person("QT2", "李四", null)] };

const state = (of: BoardUnit["months"][number], blockers: Blocker[] = [], more: Partial<BoardUnit> = {}) =>
  cellOf(unit([of], more), of, blockers, NOW).state;

describe("a cell", () => {
  it("says how many are scored", () => {
    const of = month("2026-11", unscored);
    const cell = cellOf(unit([of]), of, [absent("2026-11", "QT2"), absent("2026-12", "QT1")], NOW);
    expect(cell).toMatchObject({ state: "open", scored: 1, all: 2, missing: ["李四"] });
  });

  it("knows each state", () => {
    expect(state(month("2026-10"))).toBe("scored");
    expect(state(month("2026-10", { closed: true }))).toBe("closed");
    expect(state(month("2026-12"), [absent("2026-12", "QT1")])).toBe("future");
    expect(state(month("2026-10", { people: [], noEngineer: true }))).toBe("nobody");
    expect(state(month("2026-10", { people: [], noEngineer: true, closed: true }))).toBe("nobody");
    expect(
      state(month("2026-10", { people: [] }), [
        { code: "noEngineerUndeclared", unit: "CD", month: "2026-10" },
      ]),
    ).toBe("undeclared");
    expect(state(month("2026-10"), [], { exempt: "无在岗人员" })).toBe("exempt");
  });

  it("is late only when its month is over", () => {
    const of = (name: string) =>
      cellOf(unit([month(name, unscored)]), month(name, unscored), [absent(name, "QT2")], NOW);
    expect([waiting(of("2026-11")), late(of("2026-11"), NOW)]).toEqual([true, false]);
    expect([waiting(of("2026-10")), late(of("2026-10"), NOW)]).toEqual([true, true]);
    expect([waiting(of("2026-12")), done(of("2026-12"))]).toEqual([false, false]);
  });

  it("is counted by state", () => {
    const line = lineOf(unit([month("2026-10", { closed: true }), month("2026-11")]), "city", [], NOW);
    expect(counts([line])).toMatchObject({ closed: 1, scored: 1, open: 0 });
  });
});

describe("the reminder", () => {
  const months = [month("2026-10"), month("2026-11", unscored), month("2026-12", unscored)];
  const blockers = [absent("2026-11", "QT2"), absent("2026-12", "QT2")];
  const line = lineOf(unit(months), "city", blockers, NOW);

  it("names unit, month and what is missing", () => {
    expect(reminder(words, line)).toBe(
      "【售前支撑考核催办】成都分公司：\n1. 2026年10月已评分，待领导审核；\n2. 2026年11月还有 1 人未评分（李四）。\n请尽快在慧签中办理，谢谢。",
    );
  });

  it("asks nothing of those who are done", () => {
    const finished = lineOf(unit([month("2026-10", { closed: true })]), "city", [], NOW);
    expect(reminder(words, finished)).toBeNull();
    expect(reminders(words, [finished])).toBeNull();
    const all = reminders(words, [finished, line], (cell) => late(cell, NOW)) ?? "";
    expect(all).toContain("以下 1 个单位");
    expect(all).not.toContain("2026年11月");
  });

  it("names five people and counts the rest", () => {
    const people = [..."甲乙丙丁戊己庚"].map((name, index) => person(`Q${index}`, name, null));
    const many = lineOf(
      unit([month("2026-11", { people })]),
      "city",
      people.map(({ staffNo }) => absent("2026-11", staffNo)),
      NOW,
    );
    expect(reminder(words, many)).toContain("还有 7 人未评分（甲、乙、丙、丁、戊等）");
  });
});
