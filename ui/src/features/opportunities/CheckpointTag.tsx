// The next checkpoint that is not done, where it presses.
import { Tag } from "antd";
import type { OpportunityLine } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

export function CheckpointTag({ line: { checkpoint, checkpointTask } }: { line: OpportunityLine }) {
  const texts = usePick(TEXTS);
  if (checkpoint === null || checkpointTask === null) return null;
  const late = checkpointTask === "overdue";
  return (
    <Tag color={late ? "red" : "orange"} style={{ alignSelf: "flex-start" }}>
      {late ? texts.checkpointLate(checkpoint) : texts.checkpointSoon(checkpoint)}
    </Tag>
  );
}
