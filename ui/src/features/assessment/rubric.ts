// The rubric (评分细则) in force, as `rulebook` lists the versions.

export interface RubricItem {
  code: string;
  name: string;
  /** Full points, decimal text; "0" for a veto item. */
  max: string;
  needsReason: boolean;
  /** 一票否决: sets the month to 0. */
  veto: boolean;
}

export interface Rubric {
  version: number;
  /** Printed beside it, 建议值 for the proposal that comes with the program. */
  label: string;
  items: RubricItem[];
  /** Whether a total without items may be given. */
  totalAllowed: boolean;
}

/** The version that a month is scored by. */
export function rubricOf(rubrics: unknown[], version: number): Rubric | null {
  return (rubrics as Rubric[]).find((rubric) => rubric.version === version) ?? null;
}
