// How a document or an approval stands.
import { Tag } from "antd";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

const COLORS: Record<string, string> = {
  running: "blue",
  published: "green",
  returned: "red",
  outdated: "gold",
};

export function ApprovalTag({ state }: { state: string | null }) {
  const texts = usePick(TEXTS);
  if (state === null) return null;
  const color = COLORS[state];
  return <Tag {...(color === undefined ? {} : { color })}>{texts.states[state]}</Tag>;
}
