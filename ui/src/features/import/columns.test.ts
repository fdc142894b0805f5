import { describe, expect, it } from "vitest";
import type { AppError } from "../../bindings/bindings";
import { badCellRows } from "../../shared/badCells";
import { asRequest, columnQuestion, likely, proposal, remember, remembered } from "./columns";

function refusal(code: string, params: Record<string, unknown>): AppError {
  return { code, class: "refused", params, incident: null };
}

describe("a refusal about columns", () => {
  it("that lacks some asks which of the unknown ones are meant", () => {
    const question = columnQuestion(
      refusal("sheet.missingColumn", { columns: ["姓名", "单位代码"], unknown: ["单位", "名字", "[H]"] }),
    );
    expect(question).toEqual({
      theirs: ["单位", "名字"],
      unheaded: ["H"],
      ours: ["姓名", "单位代码"],
      missing: ["姓名", "单位代码"],
    });
  });

  it("that has too many offers all of ours", () => {
    const question = columnQuestion(
      refusal("sheet.unknownColumn", { columns: ["民族"], known: ["工号", "姓名"] }),
    );
    expect(question).toMatchObject({ theirs: ["民族"], ours: ["工号", "姓名"], missing: [] });
  });

  it("that only lacks one asks nothing: it is to be put into the file", () => {
    expect(columnQuestion(refusal("sheet.missingColumn", { columns: ["单位代码"], unknown: [] }))).toBeNull();
  });

  it("is not one where cells are wrong", () => {
    expect(columnQuestion(refusal("sheet.badCells", { cells: [] }))).toBeNull();
  });
});

describe("a heading of other people", () => {
  it("means what it is called, by another word or in part", () => {
    const ours = ["工号", "姓名", "单位代码", "到岗日期", "离岗日期", "手机"];
    expect(["姓 名", "员工编号", "联系电话", "到岗日期（必填）"].map((name) => likely(name, ours))).toEqual([
      "姓名",
      "工号",
      "手机",
      "到岗日期",
    ]);
  });

  it("is left to the user where several could be meant", () => {
    expect(likely("日期", ["到岗日期", "离岗日期"])).toBeUndefined();
    expect(likely("民族", ["工号"])).toBeUndefined();
  });

  it("never takes one of ours that another already means", () => {
    const map = proposal({
      theirs: ["姓名1", "姓名2"],
      ours: ["姓名"],
      missing: ["姓名"],
      unheaded: [],
    });
    expect(map).toEqual({ 姓名1: "姓名" });
  });
});

describe("what was said about columns", () => {
  it("is remembered by kind, and goes into the request", () => {
    remember("people", { 名字: "姓名", 民族: null });
    expect(remembered("people")).toEqual({ 名字: "姓名", 民族: null });
    expect(remembered("units")).toEqual({});
    expect(asRequest(remembered("people"))).toBe('{"名字":"姓名","民族":null}');
    expect(asRequest({})).toBeNull();
  });

  it("survives what others wrote in its place", () => {
    localStorage.setItem("import.columns.people", "[1");
    expect(remembered("people")).toEqual({});
  });
});

describe("bad cells", () => {
  it("become lines with place, column as in Excel, value and reason", () => {
    const cells = [
      {
        file: "a.xlsx",
        sheet: "评分",
        row: 7,
        column: "得分",
        letters: "E",
        value: "101",
        expected: { code: "number", least: "0", most: "100", decimals: 4 },
      },
      {
        file: "a.xlsx",
        sheet: null,
        row: 2,
        column: "月份",
        value: "2026-01",
        reason: { code: "quarterFinal", params: { quarter: "2026Q1" } },
      },
    ];
    const rows = badCellRows("zh-CN", { cells });
    expect(rows[0]).toMatchObject({ place: "评分", row: 7, column: "E 得分", value: "101" });
    expect(rows[0]?.why).toContain("0 至 100");
    expect(rows[1]).toMatchObject({ place: "", column: "月份" });
    expect(rows[1]?.why).toContain("2026Q1 已审定");
  });
});
