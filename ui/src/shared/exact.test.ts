import { describe, expect, it } from "vitest";
import { compare, money, percent, toPlaces } from "./exact";

describe("toPlaces", () => {
  it.each([
    ["87.5", 2, "87.50"],
    ["90", 2, "90.00"],
    ["89.995", 2, "90.00"],
    ["89.9949", 2, "89.99"],
    ["1084/12", 2, "90.33"],
    ["271/3", 6, "90.333333"],
    ["0", 2, "0.00"],
    ["0.004", 2, "0.00"],
    ["-0.004", 2, "0.00"],
    ["-1.605", 2, "-1.61"],
    ["0.05", 0, "0"],
    ["99.5", 0, "100"],
  ])("shows %s with %i decimals as %s", (text, places, shown) => {
    expect(toPlaces(text, places)).toBe(shown);
  });

  it("keeps more digits than a float has", () => {
    expect(toPlaces("12345678901234567890.125", 2)).toBe("12345678901234567890.13");
  });
});

describe("compare", () => {
  it("orders decimals and fractions, the missing last", () => {
    const scores = [null, "90.33", "271/3", "9", "90.34"];
    expect(scores.sort(compare)).toEqual(["9", "90.33", "271/3", "90.34", null]);
  });
});

describe("money", () => {
  it.each([
    ["1060800.00", "¥1,060,800.00"],
    ["0.00", "¥0.00"],
    ["999", "¥999.00"],
    ["1000.5", "¥1,000.50"],
    ["-100000.00", "-¥100,000.00"],
  ])("writes %s as %s", (yuan, shown) => {
    expect(money(yuan)).toBe(shown);
  });
});

describe("percent", () => {
  it.each([
    ["0.20", "20%"],
    ["1", "100%"],
    ["0.125", "12.50%"],
  ])("writes %s as %s", (share, shown) => {
    expect(percent(share)).toBe(shown);
  });
});
