// Where a term stands, in words and colour.
import { Tag } from "antd";
import { usePreference } from "../../shared/preference";
import { hasWord, message } from "../../shared/words";

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
  const { language } = usePreference();
  // Of no whole day another word is said.
  const today = `termStanding.${standing}.today`;
  const code = (days ?? 0) === 0 && hasWord(language, today) ? today : `termStanding.${standing}`;
  return (
    <Tag color={COLOURS[standing] ?? "default"} style={{ whiteSpace: "normal", marginInlineEnd: 0 }}>
      {of === undefined ? null : `${of} `}
      {message(language, code, { days: String(days ?? 0) })}
    </Tag>
  );
}
