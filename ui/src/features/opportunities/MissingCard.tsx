// What is missing for the next stage, always in view.
import { CheckCircleOutlined, ExclamationCircleOutlined } from "@ant-design/icons";
import { Card, Flex, Typography } from "antd";
import type { OpportunityView, StageGapView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { message } from "../../shared/words";
import { TEXTS } from "./texts";

/** A gap in words. */
export function useGapText(): (gap: StageGapView) => string {
  const { language } = usePreference();
  return ({ code, ...params }) => message(language, `gap.${code}`, { ...params });
}

export function MissingCard({ view: { missing, next, conclusion } }: { view: OpportunityView }) {
  const texts = usePick(TEXTS);
  const said = useGapText();
  const none =
    conclusion !== null ? texts.missingEnded : next === null ? texts.missingLast : texts.missingNone;
  return (
    <Card size="small" title={texts.missing}>
      {missing.length === 0 ? (
        <Typography.Text type="success">
          <CheckCircleOutlined aria-hidden /> {none}
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
