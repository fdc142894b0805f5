// A quarter's name on the border is "2026Q3", a month's "2026-07".
import type { Texts } from "./texts/zh-CN";

export function yearOf(quarter: string): string {
  return quarter.slice(0, 4);
}

export function numberOf(quarter: string): string {
  return quarter.slice(5);
}

export function quarterName(texts: Texts, quarter: string): string {
  return texts.quarter.name(yearOf(quarter), numberOf(quarter));
}

/** The quarter that a day or month lies in. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The three months of a quarter. */
export function monthsOf(quarter: string): string[] {
  const first = (Number(numberOf(quarter)) - 1) * 3;
  return [1, 2, 3].map((n) => `${yearOf(quarter)}-${String(first + n).padStart(2, "0")}`);
}

/** The quarter that a day lies in and those before it, newest first. */
export function lastQuarters(day: string, count: number): string[] {
  const newest = quarterOf(day);
  const index = Number(yearOf(newest)) * 4 + Number(numberOf(newest)) - 1;
  return Array.from({ length: count }, (_, back) => {
    const at = index - back;
    return `${Math.floor(at / 4)}Q${(at % 4) + 1}`;
  });
}

/** The month before. */
export function monthBefore(month: string): string {
  const [year = 0, n = 1] = month.split("-").map(Number);
  return n === 1 ? `${year - 1}-12` : `${year}-${String(n - 1).padStart(2, "0")}`;
}
