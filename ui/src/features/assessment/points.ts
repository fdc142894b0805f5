// Points as people type them, read exactly: whole ten-thousandths in a bigint, because four decimals are the finest there are.
// Nothing here is a result: it checks what was typed, and adds it up for the eye before the program computes the score.

/** Ten-thousandths in one point. */
const UNIT = 10_000n;
const DECIMALS = 4;

/** Why a cell cannot be submitted as it stands. */
export type Problem = "notNumber" | "negative" | "above" | "tooFine";

/** What was typed or pasted, as one would type it on an English keyboard: ８．５分 becomes 8.5. */
export function cleaned(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll("。", ".")
    .replaceAll(/[−–—]/g, "-")
    .replaceAll(/\s/g, "")
    .replace(/分$/, "");
}

/** Ten-thousandths of points, or why it is none. */
export function readPoints(text: string): bigint | Problem {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(cleaned(text));
  if (parts === null) return "notNumber";
  const [, sign = "", whole = "", all = ""] = parts;
  if (whole === "" && all === "") return "notNumber";
  const decimals = all.replace(/0+$/, "");
  if (decimals.length > DECIMALS) return "tooFine";
  const value = BigInt(whole) * UNIT + BigInt(decimals.padEnd(DECIMALS, "0"));
  if (sign === "-" && value > 0n) return "negative";
  return value;
}

/** Ten-thousandths as decimal text without idle zeros. */
export function pointsText(value: bigint): string {
  const whole = value / UNIT;
  const decimals = (value % UNIT).toString().padStart(DECIMALS, "0").replace(/0+$/, "");
  return decimals === "" ? whole.toString() : `${whole}.${decimals}`;
}

/** Points that the program or the rubric wrote, which are always numbers. */
export function known(text: string): bigint {
  const value = readPoints(text);
  return typeof value === "bigint" ? value : 0n;
}

/** 100 points. */
export const FULL = 100n * UNIT;
