// Recording an award, an interview or a violation; deciding about a violation; withdrawing either.
import { Checkbox, Form, Input, Select } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { DayItem } from "../certification/DayItem";
import { PAPERS } from "../certification/requests";
import { TEXTS } from "./texts";

const KINDS = ["commendation", "learning", "interview", "rules", "leak", "clientHarm", "falsePromise"];
const SANCTIONS = ["none", "verbalWarning", "writtenWarning", "rewardCancelled", "demotion", "dismissal"];

interface ConductFields {
  kind: string;
  day: string;
  text?: string;
  paper?: string;
}

export function ConductDialog({ staffNo, close }: { staffNo: string; close: () => void }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const today = useToday();
  return (
    <ActDialog
      name={`conduct.${staffNo}`}
      title={texts.record}
      says={texts.recordHelp}
      initial={{ day: today }}
      act={useAct("recordConduct")}
      request={({ kind, day, text, paper }: ConductFields) => ({
        staffNo,
        kind,
        day,
        text: text?.trim() || null,
        paper: paper?.trim() || null,
      })}
      done={texts.recorded}
      onClose={close}
    >
      <Form.Item name="kind" label={texts.kind} rules={[{ required: true, message: texts.kindNeeded }]}>
        <Select options={KINDS.map((value) => ({ value, label: word(language, `conduct.${value}`) }))} />
      </Form.Item>
      <DayItem name="day" label={texts.day} needed={texts.dayNeeded} max={today} />
      <BasisItems />
    </ActDialog>
  );
}

interface SanctionFields {
  sanction: string;
  replace?: boolean;
  day: string;
  text?: string;
  paper?: string;
}

interface LineProps {
  staffNo: string;
  number: number;
  close: () => void;
}

export function SanctionDialog({ staffNo, number, close }: LineProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const today = useToday();
  return (
    <ActDialog
      name={`sanction.${staffNo}.${number}`}
      title={texts.decide}
      says={texts.decideHelp}
      initial={{ day: today }}
      act={useAct("decideViolation")}
      request={({ sanction, replace, day, text, paper }: SanctionFields) => ({
        staffNo,
        number,
        sanction,
        replace: replace === true,
        day,
        text: text?.trim() || null,
        paper: paper?.trim() || null,
      })}
      done={texts.decided}
      onClose={close}
    >
      <Form.Item
        name="sanction"
        label={texts.sanction}
        rules={[{ required: true, message: texts.sanctionNeeded }]}
      >
        <Select options={SANCTIONS.map((value) => ({ value, label: word(language, `sanction.${value}`) }))} />
      </Form.Item>
      <Form.Item name="replace" valuePropName="checked">
        <Checkbox>{texts.replace}</Checkbox>
      </Form.Item>
      <DayItem name="day" label={texts.day} needed={texts.dayNeeded} max={today} />
      <BasisItems />
    </ActDialog>
  );
}

export function WithdrawDialog({ staffNo, number, close }: LineProps) {
  const texts = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`conduct.withdraw.${staffNo}.${number}`}
      title={texts.withdraw}
      says={texts.withdrawHelp}
      label={texts.withdrawReason}
      act={useAct("withdrawConduct")}
      request={(reason) => ({ staffNo, number, reason })}
      done={texts.withdrawn}
      onClose={close}
    />
  );
}

/** What it rests on: words, a paper, or both. */
function BasisItems() {
  const texts = usePick(TEXTS);
  return (
    <>
      <Form.Item
        name="text"
        label={texts.text}
        dependencies={["paper"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, text: string | undefined) =>
              (text ?? "").trim() !== "" || ((getFieldValue("paper") as string) ?? "").trim() !== ""
                ? Promise.resolve()
                : Promise.reject(new Error(texts.textNeeded)),
          }),
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="paper" label={texts.file}>
        <PathField kind={{ name: texts.anyFile, extensions: PAPERS }} title={texts.file} />
      </Form.Item>
    </>
  );
}
