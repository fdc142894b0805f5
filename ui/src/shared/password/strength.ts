// How good a password is: a hint while one types, no rule beyond the program's own.

export type Strength = "short" | "weak" | "fair" | "strong";

/** What the program asks of every password. */
export const PASSWORD_LEAST = 8;

const LONG = 12;

/** A hint, no rule: length counts more than signs. */
export function strengthOf(password: string): Strength {
  // Characters as people count them, as the program does.
  const length = [...password].length;
  if (length < PASSWORD_LEAST) return "short";
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  const varied = new Set(password).size;
  if (varied < 5 || kinds < 2) return length >= 16 && varied >= 8 ? "fair" : "weak";
  return length >= LONG && kinds >= 3 ? "strong" : "fair";
}
