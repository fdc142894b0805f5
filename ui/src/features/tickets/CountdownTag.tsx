// 投标截止: how many days are left until the bids are closed, until the bid was handed in.
import { Tag } from "antd";
import type { TenderView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

const COLOURS: Record<string, string> = { overdue: "red", soon: "gold" };

export function CountdownTag({ tender: { left, standing } }: { tender: TenderView }) {
  const texts = usePick(TEXTS);
  return <Tag color={COLOURS[standing] ?? "blue"}>{texts.tender(left)}</Tag>;
}
