// The rubric (评分细则) in force, as `rulebook` lists the versions.
import type { RubricView as Rubric } from "../../bindings/bindings";

export type { RubricItemView as RubricItem, RubricView as Rubric } from "../../bindings/bindings";

/** The version that a month is scored by. */
export function rubricOf(rubrics: Rubric[], version: number): Rubric | null {
  return rubrics.find((rubric) => rubric.version === version) ?? null;
}
