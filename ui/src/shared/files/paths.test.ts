import { expect, it } from "vitest";
import { safeName } from "./paths";

it("a proposed name has nothing that Windows does not take", () => {
  expect(safeName("成都分公司")).toBe("成都分公司");
  expect(safeName('甲/乙:丙\\丁<>|?*"\t')).toBe("甲_乙_丙_丁_______");
  expect(safeName(" .分公司. ")).toBe("分公司");
});
