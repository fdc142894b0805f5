// Windows does not tell Journal.tsx from journal.ts when one of them is asked for without its ending.
import { expect, test } from "vitest";

test("no two files are the same but for capital letters and endings", () => {
  const paths = Object.keys(import.meta.glob("../**/*.{ts,tsx}"));
  expect(paths.length).toBeGreaterThan(100);
  const bare = paths.map((path) => path.toLowerCase().replace(/\.tsx?$/, ""));
  expect(bare.filter((path, at) => bare.indexOf(path) !== at)).toEqual([]);
});
