// Exact numbers as the program writes them ("87.5" or "1084/12"), shown with as many decimals as a page has room for.
// This formats; every score and fee was computed by the program, which also did all rounding that decides anything.

interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

function parse(text: string): Fraction {
  const [above = "", below = "1"] = text.split("/");
  const [whole = "", decimals = ""] = above.split(".");
  return { numerator: BigInt(whole + decimals), denominator: BigInt(below) * 10n ** BigInt(decimals.length) };
}

/** Shows an exact number with that many decimals, half away from zero (四舍五入). */
export function toPlaces(text: string, places: number): string {
  const { numerator, denominator } = parse(text);
  const negative = numerator < 0n;
  const scaled = (negative ? -numerator : numerator) * 10n ** BigInt(places);
  const rounded = (2n * scaled + denominator) / (2n * denominator);
  const digits = rounded.toString().padStart(places + 1, "0");
  const sign = negative && rounded !== 0n ? "-" : "";
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** An exact number for the eye: a decimal as it is, a fraction that has no end with six decimals. */
export function shownExact(text: string): string {
  return text.includes("/") ? `${toPlaces(text, 6)}…` : text;
}

/** Orders two exact numbers; what is missing comes last. */
export function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const [x, y] = [parse(a), parse(b)];
  const difference = x.numerator * y.denominator - y.numerator * x.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Yuan and fen with separators: ¥1,060,800.00. */
export function money(yuan: string): string {
  const [whole = "0", decimals = ""] = yuan.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${yuan.startsWith("-") ? "-" : ""}¥${grouped}.${decimals.padEnd(2, "0")}`;
}

/** A share as a percentage: "0.20" is 20%. */
export function percent(share: string): string {
  const { numerator, denominator } = parse(share);
  const places = (numerator * 100n) % denominator === 0n ? 0 : 2;
  return `${toPlaces(`${numerator * 100n}/${denominator}`, places)}%`;
}
