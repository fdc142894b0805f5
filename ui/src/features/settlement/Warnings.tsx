// What a reader of the result should know.
import { Alert } from "antd";
import type { SettlementView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { message } from "../../shared/words";
import { TEXTS } from "./texts";

export function Warnings({ settlement }: { settlement: SettlementView }) {
  const { language } = usePreference();
  const texts = usePick(TEXTS);
  if (settlement.warnings.length === 0) return null;
  const lines = settlement.warnings.map((warning) =>
    message(language, `warning.${warning.code}`, warning.params),
  );
  if (lines.length === 1) return <Alert type="warning" showIcon title={lines[0]} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={texts.warnings}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
}
