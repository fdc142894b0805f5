import { expect, test } from "vitest";
import { KEY_TEXTS } from "./keyTexts";
import { signedPath, signRequest } from "./signature";

const suffixes = KEY_TEXTS["zh-CN"].suffix;

test("a signature says what was typed, the password untouched, and nothing for what is empty", () => {
  const fields = { p12: " /k.p12", password: " 空 ", post: "", reason: " 确认 " };
  expect(signRequest(" /a.pdf ", "/b.pdf", "client", fields)).toEqual({
    path: "/a.pdf",
    p12: "/k.p12",
    password: " 空 ",
    party: "client",
    out: "/b.pdf",
    post: null,
    reason: "确认",
    location: null,
    picture: null,
  });
});

test("the signed file stands beside the original, under a name that says who signed", () => {
  expect(signedPath("D:\\收件\\2026Q3.pdf", "client", suffixes, false)).toBe("D:\\收件\\2026Q3-甲方签.pdf");
  expect(signedPath("/in/2026Q3-甲方签.pdf", "provider", suffixes, true)).toBe("/in/2026Q3-双方签署.pdf");
  expect(signedPath("/in/2026Q3.pdf", "provider", suffixes, true)).toBe("/in/2026Q3-双方签署.pdf");
});

test("where nobody looked into the file its name tells whether the other has signed", () => {
  expect(signedPath("/in/2026Q3-甲方签.pdf", "provider", suffixes)).toBe("/in/2026Q3-双方签署.pdf");
  expect(signedPath("/in/2026Q3-甲方签.pdf", "client", suffixes)).toBe("/in/2026Q3-甲方签-甲方签.pdf");
  expect(signedPath("/in/2026Q3.pdf", "provider", suffixes)).toBe("/in/2026Q3-乙方签.pdf");
});
