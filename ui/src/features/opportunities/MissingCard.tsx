// What is missing for the next stage, or for the end, always in view; what earlier stages were left without stands apart.
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

/** What is missing of the stage in which it is, and what earlier stages were left without. */
export function gapsOf({ missing, stage }: OpportunityView) {
  return {
    here: missing.filter((gap) => gap.stage === stage || gap.code === "handover"),
    earlier: missing.filter((gap) => gap.stage !== stage && gap.code !== "handover"),
  };
}

export function MissingCard({ view }: { view: OpportunityView }) {
  const texts = usePick(TEXTS);
  const said = useGapText();
  const { next, conclusion } = view;
  const { here, earlier } = gapsOf(view);
  const none =
    conclusion !== null ? texts.missingEnded : next === null ? texts.missingLast : texts.missingNone;
  const title =
    conclusion !== null ? texts.missingAfterEnd : next === null ? texts.missingToEnd : texts.missing;
  return (
    <Card size="small" title={title}>
      <Flex vertical gap={8}>
        {here.length === 0 ? (
          <Typography.Text type="success">
            <CheckCircleOutlined aria-hidden /> {none}
          </Typography.Text>
        ) : (
          <Gaps gaps={here} said={said} type="danger" />
        )}
        {earlier.length === 0 ? null : (
          <>
            <Typography.Text type="secondary">{texts.missingEarlier}</Typography.Text>
            <Gaps gaps={earlier} said={said} type="secondary" />
          </>
        )}
      </Flex>
    </Card>
  );
}

interface GapsProps {
  gaps: StageGapView[];
  said: (gap: StageGapView) => string;
  type: "danger" | "secondary";
}

function Gaps({ gaps, said, type }: GapsProps) {
  return (
    <Flex vertical component="ul" gap={4} style={{ margin: 0, padding: 0, listStyle: "none" }}>
      {gaps.map((gap) => (
        <li key={`${gap.code}.${gap.part ?? ""}`}>
          <Typography.Text type={type}>
            {type === "danger" ? <ExclamationCircleOutlined aria-hidden /> : null} {said(gap)}
          </Typography.Text>
        </li>
      ))}
    </Flex>
  );
}
