// What a reader of the result should know.
import { Alert } from "antd";
import type { SettlementView } from "../../bindings/bindings";
import { usePreference } from "../../shared/preference";
import { message } from "../../shared/words";

export function Warnings({ settlement }: { settlement: SettlementView }) {
  const { language, texts } = usePreference();
  if (settlement.warnings.length === 0) return null;
  const lines = settlement.warnings.map((warning) =>
    message(language, `warning.${warning.code}`, warning.params),
  );
  if (lines.length === 1) return <Alert type="warning" showIcon title={lines[0]} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={texts.settlement.warnings}
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
