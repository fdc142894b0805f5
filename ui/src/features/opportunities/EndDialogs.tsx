// How an opportunity ends: its outcome, the outcome put right, and voiding what was registered by mistake.
import { Flex, Form, Input, Radio } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import type { OfOpportunity } from "./CourseDialogs";
import { TEXTS } from "./texts";

const OUTCOMES = ["won", "agreed", "lost", "dropped"];
const SUCCESSES = ["won", "agreed"];
const REASONS = ["duplicate", "mistaken"];

interface EndFields {
  outcome: string;
  on: string;
  amount?: string;
  text: string;
  lessons?: string;
}

const BESIDE = {
  dayOutside: "on",
  reasonNeeded: "text",
  zeroAmount: "amount",
  negativeAmount: "amount",
  badAmount: "amount",
  opportunityHanded: "outcome",
} as const;

/** As the core reads it. */
function endOf(opportunity: string, { outcome, on, amount, text, lessons }: EndFields) {
  return {
    opportunity,
    outcome,
    on,
    amount: SUCCESSES.includes(outcome) ? amount?.trim() || null : null,
    text,
    lessons: lessons?.trim() || null,
  };
}

export function ConcludeDialog({ view: { opportunity, amount }, close }: OfOpportunity) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`opportunity.conclude.${opportunity}`}
      title={texts.conclude}
      says={texts.concludeHelp}
      initial={{ on: today, amount: amount ?? "" }}
      beside={BESIDE}
      act={useAct("concludeOpportunity")}
      request={(fields: EndFields) => endOf(opportunity, fields)}
      done={texts.concluded}
      onClose={close}
    >
      <EndItems />
    </ActDialog>
  );
}

export function CorrectDialog({ view: { opportunity, conclusion }, close }: OfOpportunity) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`opportunity.correct.${opportunity}`}
      title={texts.correct}
      says={texts.correctHelp}
      initial={{
        outcome: conclusion?.outcome ?? "",
        on: conclusion?.on ?? "",
        amount: conclusion?.amount ?? "",
        text: conclusion?.reason ?? "",
        lessons: conclusion?.lessons ?? "",
      }}
      beside={BESIDE}
      act={useAct("correctOutcome")}
      request={(fields: EndFields) => endOf(opportunity, fields)}
      done={texts.corrected}
      onClose={close}
    >
      <EndItems />
    </ActDialog>
  );
}

function EndItems() {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  return (
    <>
      <Form.Item name="outcome" label={texts.outcome} rules={[{ required: true, message: texts.needed }]}>
        <Radio.Group
          options={OUTCOMES.map((value) => ({ value, label: word(language, `dealOutcome.${value}`) }))}
        />
      </Form.Item>
      <Flex gap="middle">
        <DayItem label={texts.day} />
        <Form.Item noStyle dependencies={["outcome"]}>
          {({ getFieldValue }) =>
            SUCCESSES.includes(getFieldValue("outcome") as string) ? (
              <Form.Item name="amount" label={texts.deal} style={{ flex: 1 }}>
                <Input prefix="¥" inputMode="decimal" />
              </Form.Item>
            ) : null
          }
        </Form.Item>
      </Flex>
      <ReasonItem name="text" label={texts.reason} needed={texts.needed} />
      <Form.Item name="lessons" label={texts.lessons}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </>
  );
}

export function VoidDialog({ view: { opportunity }, close }: OfOpportunity) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  return (
    <ActDialog
      name={`opportunity.void.${opportunity}`}
      title={texts.void}
      says={texts.voidHelp}
      danger
      initial={{ why: "duplicate" }}
      beside={{ reasonNeeded: "text" }}
      act={useAct("voidOpportunity")}
      request={({ why, text }: { why: string; text: string }) => ({ opportunity, why, text })}
      done={texts.voidDone}
      onClose={close}
    >
      <Form.Item name="why" label={texts.voidWhy}>
        <Radio.Group
          options={REASONS.map((value) => ({ value, label: word(language, `voidedFor.${value}`) }))}
        />
      </Form.Item>
      <ReasonItem name="text" label={texts.reason} needed={texts.needed} />
    </ActDialog>
  );
}
