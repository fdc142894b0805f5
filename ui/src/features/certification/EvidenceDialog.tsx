// Entering evidence for the open case: since when, which quarter, or which behaviour, and what it rests on.
import { Form, Input, InputNumber, Select } from "antd";
import type { CertificationView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { PathField } from "../../shared/files/PathField";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { DayItem } from "./DayItem";
import { type EvidenceFields, evidenceRequest, PAPERS } from "./requests";
import { TEXTS } from "./texts";

/** What is to be proven. */
export type Proving =
  | { of: "companyExperience" | "serviceExperience" }
  | { of: "quarterGrade"; quarters: string[] }
  | { of: "behaviour"; requirement?: string };

interface EvidenceDialogProps {
  view: CertificationView;
  proving: Proving;
  close: () => void;
}

export function EvidenceDialog({ view, proving, close }: EvidenceDialogProps) {
  const marks = useMarks();
  const texts = usePick(TEXTS).evidence;
  const { language } = usePreference();
  const experience = proving.of === "companyExperience" || proving.of === "serviceExperience";
  const chosen = proving.of === "behaviour" ? proving.requirement : undefined;
  return (
    <ActDialog<EvidenceFields, ReturnType<typeof evidenceRequest>, unknown>
      name={`evidence.${view.staffNo}.${proving.of}.${chosen ?? ""}`}
      title={`${texts.title}${marks.colon}${word(language, `evidenceOf.${proving.of}`)}`}
      okText={texts.title}
      says={experience ? `${texts.help}${texts.experienceHelp}` : texts.help}
      initial={{
        count: 1,
        ...(proving.of === "quarterGrade" && proving.quarters[0] !== undefined
          ? { quarter: proving.quarters[0] }
          : {}),
        ...(chosen === undefined ? {} : { requirement: chosen }),
      }}
      act={useAct("recordEvidence")}
      request={(fields) => evidenceRequest(view.staffNo, proving.of, fields)}
      done={texts.done}
      onClose={close}
    >
      {experience ? <SinceItem /> : null}
      {proving.of === "quarterGrade" ? <QuarterItems quarters={proving.quarters} /> : null}
      {proving.of === "behaviour" ? <BehaviourItems view={view} /> : null}
      <Form.Item
        name="text"
        label={texts.text}
        dependencies={["paper"]}
        rules={
          experience
            ? []
            : [
                ({ getFieldValue }) => ({
                  validator: (_, text: string | undefined) =>
                    (text ?? "").trim() !== "" || ((getFieldValue("paper") as string) ?? "").trim() !== ""
                      ? Promise.resolve()
                      : Promise.reject(new Error(texts.textNeeded)),
                }),
              ]
        }
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="paper" label={texts.file}>
        <PathField kind={{ name: texts.anyFile, extensions: PAPERS }} title={texts.file} takesDrops />
      </Form.Item>
    </ActDialog>
  );
}

function SinceItem() {
  const texts = usePick(TEXTS).evidence;
  return <DayItem name="since" label={texts.since} needed={texts.sinceNeeded} max={useToday()} />;
}

function QuarterItems({ quarters }: { quarters: string[] }) {
  const texts = usePick(TEXTS).evidence;
  return (
    <>
      <Form.Item
        name="quarter"
        label={texts.quarter}
        extra={texts.quarterHelp}
        rules={[{ required: true, message: texts.quarterNeeded }]}
      >
        <Select options={quarters.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="grade" label={texts.grade} rules={[{ required: true, message: texts.gradeNeeded }]}>
        <Select options={["A", "B", "C", "D"].map((value) => ({ value, label: value }))} />
      </Form.Item>
    </>
  );
}

function BehaviourItems({ view }: { view: CertificationView }) {
  const marks = useMarks();
  const texts = usePick(TEXTS).evidence;
  const today = useToday();
  const counters = view.gates.flatMap(({ counters }) => counters ?? []);
  const code: unknown = Form.useWatch("requirement");
  const asked =
    counters.find(({ requirement }) => requirement.code === code)?.requirement.objectGrade ?? null;
  return (
    <>
      <Form.Item
        name="requirement"
        label={texts.requirement}
        rules={[{ required: true, message: texts.requirementNeeded }]}
      >
        <Select
          options={counters.map(({ requirement: cell }) => ({
            value: cell.code,
            label: `${cell.code} ${cell.element}${marks.colon}${cell.text ?? ""}`,
          }))}
        />
      </Form.Item>
      <DayItem name="day" label={texts.day} needed={texts.dayNeeded} max={today} />
      <Form.Item name="count" label={texts.count}>
        <InputNumber min={1} max={999} precision={0} />
      </Form.Item>
      {view.objectGrades.length === 0 ? null : (
        <Form.Item
          name="objectGrade"
          label={texts.objectGrade}
          {...(asked === null ? {} : { extra: texts.objectGradeHelp(asked) })}
        >
          <Select allowClear options={view.objectGrades.map(({ name }) => ({ value: name, label: name }))} />
        </Form.Item>
      )}
    </>
  );
}
