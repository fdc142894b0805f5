// How an opportunity ended.
import { Tag } from "antd";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";

const COLORS: Record<string, string> = { won: "green", agreed: "cyan", lost: "red", dropped: "default" };

export function OutcomeTag({ outcome }: { outcome: string }) {
  const { language } = usePreference();
  return <Tag color={COLORS[outcome] ?? "default"}>{word(language, `dealOutcome.${outcome}`)}</Tag>;
}
