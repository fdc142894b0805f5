import { describe, expect, it } from "vitest";
import type { CheckView } from "../../bindings/bindings";
import { TEXTS } from "./texts";
import { objectable, personLabel, slipRequest, WHOLE_UNIT } from "./slip";

describe("a slip as it is typed", () => {
  it("comes to a request", () => {
    const request = slipRequest("/a/sheet.pdf", {
      objections: [
        { about: WHOLE_UNIT, text: " 人数有误 " },
        { about: "QT0001", text: "扣分无依据" },
        { text: "没有选人" },
      ],
      writer: " 罗海燕 ",
      post: " ",
      out: " /a/slip.pdf ",
    });
    expect(request).toEqual({
      path: "/a/sheet.pdf",
      out: "/a/slip.pdf",
      writer: "罗海燕",
      post: null,
      objections: [
        { staffNo: null, text: "人数有误" },
        { staffNo: "QT0001", text: "扣分无依据" },
        { staffNo: null, text: "没有选人" },
      ],
    });
  });

  it("names a person with the months of the sheet", () => {
    const months = [
      { month: "2026-07", score: "90" },
      { month: "2026-08", score: null },
    ];
    const words = TEXTS["zh-CN"].slip;
    expect(personLabel({ staffNo: "QT1", name: null, months }, words)).toBe("QT1 · 7月 90 · 8月 —");
    expect(personLabel({ staffNo: "QT1", name: "张三", months: [] }, words)).toBe("张三 QT1");
  });
});

describe("what can be objected to", () => {
  const sheet = {
    kind: "confirmationSheet",
    formal: true,
    verdict: "unsigned",
    sheet: { unit: "CD", people: [] },
  } as unknown as CheckView;
  it("is a sound formal sheet", () => {
    expect(objectable(sheet)).toBe(true);
    expect(objectable({ ...sheet, verdict: "countersigned" })).toBe(true);
    expect(objectable({ ...sheet, formal: false })).toBe(false);
    expect(objectable({ ...sheet, verdict: "altered" })).toBe(false);
    expect(objectable({ ...sheet, kind: "settlementReport", sheet: null })).toBe(false);
  });
});
