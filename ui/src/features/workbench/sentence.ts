// A line of what is to be done, as a sentence.
import { money } from "../../shared/exact";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import type { DueLine } from "./due";
import { TEXTS } from "./texts";

/** Units named in a line; the rest is counted. */
const NAMED = 3;

export function useSentence(): (line: DueLine) => string {
  const words = usePick(TEXTS);
  const texts = useTexts();
  return (line) => {
    const named = line.units.slice(0, NAMED).map(({ name }) => name);
    const sentence = words.tasks[line.task]?.(
      words.some(named, line.units.length),
      line.month === null ? "" : words.month(line.month),
      line.persons,
      quarterName(texts, line.quarter),
      line.amount === null ? "" : money(line.amount),
      line.term ?? "",
    );
    return sentence ?? line.task;
  };
}
