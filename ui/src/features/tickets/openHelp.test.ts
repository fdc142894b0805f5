import { expect, test } from "vitest";
import { openHelp } from "./HelpDialogs";

test("an answer is to a request that is still open, whatever a draft kept", () => {
  const open = [{ number: 2 }, { number: 5 }];
  expect(openHelp(open, 5)).toBe(5);
  expect(openHelp(open, 1)).toBe(2);
  expect(openHelp(open, undefined)).toBe(2);
});
