// Codes into words, in the same way as crates/app/src/words.rs, from the same lists.
import en from "../bindings/en.json";
import zhCN from "../bindings/zh-CN.json";

export type Language = "zh-CN" | "en";

const LISTS: Record<Language, Record<string, string>> = { "zh-CN": zhCN, en };
/** Items of a list that are shown; the rest is counted. */
const SHOWN = 8;

/** The text of a key; the key itself where there is none. */
export function word(language: Language, key: string): string {
  return LISTS[language][key] ?? key;
}

export function hasWord(language: Language, key: string): boolean {
  return key in LISTS[language];
}

/** What stands behind a beginning, in every key that has it. */
export function keysBelow(language: Language, beginning: string): string[] {
  return Object.keys(LISTS[language]).flatMap((key) =>
    key.startsWith(beginning) ? [key.slice(beginning.length)] : [],
  );
}

/** The text of a code with its parameters put in. */
export function message(language: Language, code: string, params: Record<string, unknown>): string {
  return word(language, code).replace(/\{(\w+)\}/g, (hole, name: string) =>
    name in params ? text(language, name, params[name]) : hole,
  );
}

function text(language: Language, name: string, value: unknown): string {
  if (value === null || value === undefined) return word(language, "none");
  if (typeof value === "string") {
    const key = `${name}.${value}`;
    return hasWord(language, key) ? word(language, key) : value;
  }
  if (Array.isArray(value)) return list(language, name, value);
  if (typeof value === "object") {
    const nested = value as { code?: unknown; params?: unknown };
    if (typeof nested.code !== "string") return JSON.stringify(value);
    const params = typeof nested.params === "object" && nested.params !== null ? nested.params : value;
    return message(language, `${name}.${nested.code}`, params as Record<string, unknown>);
  }
  if (typeof value === "number" && name === "firstRow") return String(value + 1);
  if (typeof value === "number" && (name === "bytes" || name === "limitBytes")) return sizeText(value);
  return String(value);
}

/** `50 MB`, rounded up, so that what exceeds a limit never reads like the limit itself. */
export function sizeText(bytes: number): string {
  const names = ["B", "KB", "MB", "GB"];
  let at = 0;
  let unit = 1;
  while (at < names.length - 1 && bytes >= unit * 1024) {
    unit *= 1024;
    at += 1;
  }
  return `${Math.ceil((bytes * 10) / unit) / 10} ${names[at]}`;
}

function list(language: Language, name: string, items: unknown[]): string {
  const singular = name.endsWith("s") ? name.slice(0, -1) : name;
  const shown = items.slice(0, SHOWN).map((item) => text(language, singular, item));
  const rest = items.length > SHOWN ? message(language, "andMore", { count: items.length }) : "";
  return shown.join(word(language, "listSeparator")) + rest;
}
