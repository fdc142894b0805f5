// A quarter's name on the border is "2026Q3".
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
