// What is missing to close a ticket, always in view.
import { CheckCircleOutlined, ExclamationCircleOutlined } from "@ant-design/icons";
import { Card, Flex, Typography } from "antd";
import type { GapView, TicketView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { message } from "../../shared/words";
import { TEXTS, type Texts } from "./texts";

export function MissingCard({ view: { missing, state } }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const ended = texts.ended[state as keyof Texts["ended"]];
  const said = ({ code, ...params }: GapView) => message(language, `gap.${code}`, { ...params });
  return (
    <Card size="small" title={texts.missing}>
      {missing.length === 0 ? (
        <Typography.Text type="success">
          <CheckCircleOutlined aria-hidden /> {ended ?? texts.missingNone}
        </Typography.Text>
      ) : (
        <Flex vertical component="ul" gap={4} style={{ margin: 0, padding: 0, listStyle: "none" }}>
          {missing.map((gap) => (
            <li key={`${gap.code}.${gap.part ?? ""}`}>
              <Typography.Text type="danger">
                <ExclamationCircleOutlined aria-hidden /> {said(gap)}
              </Typography.Text>
            </li>
          ))}
        </Flex>
      )}
    </Card>
  );
}
