// Where a form or a task stands, and the verdict on a complaint, in words and colour.
import { Tag } from "antd";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";

const STATES: Record<string, string> = {
  open: "blue",
  returned: "gold",
  closed: "green",
  refused: "default",
  void: "default",
};
const VERDICTS: Record<string, string> = { upheld: "red", partlyUpheld: "gold", notUpheld: "default" };
const TASKS: Record<string, string> = { open: "blue", done: "green", notDone: "default" };

export function StateTag({ state }: { state: string }) {
  const { language } = usePreference();
  return <Tag color={STATES[state] ?? "default"}>{word(language, `formState.${state}`)}</Tag>;
}

export function VerdictTag({ verdict }: { verdict: string }) {
  const { language } = usePreference();
  return <Tag color={VERDICTS[verdict] ?? "default"}>{word(language, `stepOutcome.${verdict}`)}</Tag>;
}

export function TaskTag({ state }: { state: string }) {
  const { language } = usePreference();
  return <Tag color={TASKS[state] ?? "default"}>{word(language, `taskState.${state}`)}</Tag>;
}
