// Where a term stands, in words and colour.
import { Tag } from "antd";
import { usePick } from "../../shared/pick";
import { TEXTS, type Texts } from "./texts";

const COLOURS: Record<string, string> = {
  overdue: "red",
  soon: "gold",
  running: "default",
  waiting: "blue",
  inTime: "green",
  late: "red",
};

interface StandingTagProps {
  standing: string;
  days: number | null;
  /** Which term, where it is not plain. */
  of?: string;
}

export function StandingTag({ standing, days, of }: StandingTagProps) {
  const { standings } = usePick(TEXTS);
  const said = standings[standing as keyof Texts["standings"]];
  return (
    <Tag color={COLOURS[standing] ?? "default"}>
      {of === undefined ? null : `${of} `}
      {said?.(days ?? 0) ?? standing}
    </Tag>
  );
}
