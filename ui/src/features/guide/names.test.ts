// The guide calls every button, tab, field and screen what the screen calls it: a name in “ ” must stand in the page's words.
import { expect, test } from "vitest";
import program from "../../bindings/zh-CN.json";

const PAGES = import.meta.glob<string>(["../../../../docs/guide/*.md", "../../../../README.zh-CN.md"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const LISTS = import.meta.glob(["../../**/*[tT]exts*.ts", "../../**/texts/*.ts", "!../../**/*{test,en}.ts"], {
  eager: true,
});

/** Names in other programs: WeChat, Excel, the system's printing. */
const ELSEWHERE = ["文件", "打印成 PDF", "文本"];

/** Every text of a list, and the source of those that are put together: the name's fixed part stands in it. */
function textsOf(list: unknown): string[] {
  if (typeof list === "string") return [list];
  if (typeof list === "function") return [String(list)];
  if (typeof list === "object" && list !== null) return Object.values(list).flatMap(textsOf);
  return [];
}

const all = [...Object.values(LISTS), program].flatMap(textsOf);
const plain = new Set(all.map(shortened));
const composed = all.filter((text) => /=>|^function/.test(text));

/** A name without the dots that say that more is asked. */
function shortened(name: string): string {
  return name.replace(/…$/, "");
}

/** 登记送达 is there as it is written; 待办结事项 as the fixed part of a text with a number. */
function stands(name: string): boolean {
  return plain.has(shortened(name)) || composed.some((source) => source.includes(name));
}

/** Names in “ ”, each step of “A → B”, and the first column of tables that list pages or roles. */
function namesIn(page: string): string[] {
  const quoted = [...page.matchAll(/“([^”]+)”/g)].flatMap(([, name = ""]) => name.split(" → "));
  const tables = [...page.matchAll(/^\| (页|角色) \|.*\n\|[-|]+\n((?:\|.*\n?)+)/gm)];
  const listed = tables.flatMap(([, , rows = ""]) =>
    rows
      .trimEnd()
      .split("\n")
      // 用人单位领导（省公司） is the role 用人单位领导.
      .map((row) => row.split("|")[1]?.trim() ?? ""),
  );
  return [...quoted, ...listed.map((name) => (stands(name) ? name : name.replace(/（.*）$/, "")))];
}

test("what the guide names stands on the screens", () => {
  expect(Object.keys(PAGES).length).toBeGreaterThan(10);
  const unknown = Object.entries(PAGES).flatMap(([path, text]) =>
    namesIn(text)
      .filter((name) => !ELSEWHERE.includes(name) && !stands(name))
      .map((name) => `${path.replace(/.*\//, "")}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test("a wrong name would be noticed", () => {
  expect(stands("下载空表")).toBe(false);
  expect(stands("空白模板")).toBe(true);
  expect(namesIn("到“设置 → 备份”看看")).toEqual(["设置", "备份"]);
});
