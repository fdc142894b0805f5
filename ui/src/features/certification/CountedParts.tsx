// From where a behaviour was counted, part by part; each part opens the list behind its number.
import { Button, List, Popover, Space, Typography } from "antd";
import type { CountedFromView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

export function CountedParts({ parts }: { parts: CountedFromView[] }) {
  const texts = usePick(TEXTS).counter;
  const { language } = usePreference();
  return (
    <Space size={4} wrap>
      {parts.map((part) => (
        <Popover
          key={part.source}
          trigger="click"
          placement="left"
          title={word(language, `countSource.${part.source}`)}
          content={<Lines part={part} />}
        >
          <Button size="small" type="link" style={{ padding: 0 }}>
            {texts.part(word(language, `countSource.${part.source}`), part.count)}
          </Button>
        </Popover>
      ))}
    </Space>
  );
}

function Lines({ part }: { part: CountedFromView }) {
  const texts = usePick(TEXTS).counter;
  const { language } = usePreference();
  const said = (text: string | null) =>
    text === null ? texts.erased : part.source === "commendation" ? word(language, `conduct.${text}`) : text;
  return (
    <List
      size="small"
      style={{ maxWidth: 420, maxHeight: 320, overflowY: "auto" }}
      dataSource={part.lines}
      rowKey="number"
      renderItem={({ on, text }) => (
        <List.Item>
          <div style={{ overflowWrap: "anywhere" }}>
            <Typography.Text type="secondary">{on ?? ""}</Typography.Text> {said(text)}
          </div>
        </List.Item>
      )}
    />
  );
}
