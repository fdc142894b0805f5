import { expect, test } from "vitest";
import { comingQuarters, compareLines, newestFirst, percentToShare, shareToPercent } from "./versions";

test("shares are typed as percentages without any computing", () => {
  expect(["0.20", "0.8", "0.125", "1", "0"].map(shareToPercent)).toEqual(["20", "80", "12.5", "100", "0"]);
  expect(["20", "80", "12.5", "100", "0", "5", " 7 "].map(percentToShare)).toEqual([
    "0.2",
    "0.8",
    "0.125",
    "1",
    "0",
    "0.05",
    "0.07",
  ]);
  // What is no number is left for the program to refuse.
  expect(percentToShare("abc")).toBe("abc");
});

test("two versions are compared line by line, with what came and what went", () => {
  const line = (key: string, text: string) => ({ key, label: key.toUpperCase(), text });
  expect(compareLines([line("a", "1"), line("b", "2")], [line("c", "3"), line("a", "1")])).toEqual([
    { key: "c", label: "C", old: null, now: "3", changed: true },
    { key: "a", label: "A", old: "1", now: "1", changed: false },
    { key: "b", label: "B", old: "2", now: null, changed: true },
  ]);
});

test("the version in force comes first", () => {
  const versions = [
    { version: 1, from: "2000Q1" },
    { version: 3, from: "2026Q4" },
    { version: 2, from: "2027Q1" },
  ];
  expect(newestFirst(versions).map(({ version }) => version)).toEqual([2, 3, 1]);
});

test("a new version begins with this quarter or one to come, over the turn of the year", () => {
  expect(comingQuarters("2026-11-20", 3)).toEqual(["2026Q4", "2027Q1", "2027Q2"]);
});
