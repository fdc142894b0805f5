import { describe, expect, it } from "vitest";
import { type BoardUnit, cellOf, counts, done, late, lineOf, toneAmong, toneOf, waiting } from "./board";
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
  state: "scored" as const,
  missing: [],
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
/** 李四 has no score yet. */
const unscored = {
  state: "open" as const,
  missing: ["QT2"],
  people: [person("QT1", "张三", "90"), person("QT2", "李四", null)],
};
const closed = { state: "closed" as const, closed: true };

describe("a cell", () => {
  it("says how many are scored, and names who is not", () => {
    const of = month("2026-11", unscored);
    expect(cellOf(unit([of]), of)).toMatchObject({ state: "open", scored: 1, all: 2, missing: ["李四"] });
    const unknown = month("2026-11", { ...unscored, missing: ["QT9"] });
    expect(cellOf(unit([unknown]), unknown).missing).toEqual(["QT9"]);
  });

  it("is late only when its month is over", () => {
    const of = (name: string, more: Partial<BoardUnit["months"][number]> = unscored) =>
      cellOf(unit([month(name, more)]), month(name, more));
    expect([waiting(of("2026-11")), late(of("2026-11"), NOW)]).toEqual([true, false]);
    expect([waiting(of("2026-10")), late(of("2026-10"), NOW)]).toEqual([true, true]);
    const future = of("2026-12", { ...unscored, state: "future" });
    expect([waiting(future), done(future)]).toEqual([false, false]);
    const cells = [of("2026-11"), future, of("2026-11", {})];
    expect(cells.map((cell) => toneOf(cell, NOW))).toEqual(["blue", null, "orange"]);
    expect(toneAmong(cells, "open", NOW)).toBe("blue");
    expect(toneAmong([...cells, of("2026-10")], "open", NOW)).toBe("red");
    expect(toneAmong(cells, "closed", NOW)).toBe(null);
  });

  it("is counted by state", () => {
    const line = lineOf(unit([month("2026-10", closed), month("2026-11")]), "city", []);
    expect(counts([line])).toMatchObject({ closed: 1, scored: 1, open: 0 });
  });
});

describe("the reminder", () => {
  const future = { ...unscored, state: "future" as const };
  const months = [month("2026-10"), month("2026-11", unscored), month("2026-12", future)];
  const line = lineOf(unit(months), "city", []);

  it("names unit, month and what is missing", () => {
    expect(reminder(words, line)).toBe(
      "【售前支撑考核催办】成都分公司：\n1. 2026年10月已评分，待领导审核；\n2. 2026年11月还有 1 人未评分（李四）。\n请尽快在慧签中办理，谢谢。",
    );
  });

  it("asks nothing of those who are done", () => {
    const finished = lineOf(unit([month("2026-10", closed)]), "city", []);
    expect(reminder(words, finished)).toBeNull();
    expect(reminders(words, [finished])).toBeNull();
    const all = reminders(words, [finished, line], (cell) => late(cell, NOW)) ?? "";
    expect(all).toContain("以下 1 个单位");
    expect(all).not.toContain("2026年11月");
  });

  it("names five people and counts the rest", () => {
    const people = [..."甲乙丙丁戊己庚"].map((name, index) => person(`Q${index}`, name, null));
    const missing = people.map(({ staffNo }) => staffNo);
    const many = lineOf(unit([month("2026-11", { state: "open", people, missing })]), "city", []);
    expect(reminder(words, many)).toContain("还有 7 人未评分（甲、乙、丙、丁、戊等）");
  });
});
