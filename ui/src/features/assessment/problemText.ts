// Why a cell is wrong, as a sentence.
import type { Problem } from "./points";
import type { RubricItem } from "./rubric";
import type { Mode } from "./sheet";
import type { ScoringTexts } from "./texts";

export function problemText(
  words: ScoringTexts,
  problem: Problem,
  item: RubricItem | null,
  mode: Mode,
): string {
  if (item?.veto === true) return words.problem.notVeto;
  const max = item?.max ?? "100";
  if (problem === "above") {
    return mode === "deductions" ? words.problem.aboveDeduction(max) : words.problem.above(max);
  }
  return words.problem[problem];
}
