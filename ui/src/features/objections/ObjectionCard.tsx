// One objection with its course: what was said by whom, whose turn it is, and what the account may do now.
import { App, Button, Card, Flex, Popconfirm, Space, Tag, Timeline, Typography } from "antd";
import { useState } from "react";
import type { ObjectionView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useMay, useMayProvince, useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { AnswerForm, DecideForm } from "./AnswerForm";
import { type ObjectionTexts, OBJECTION_TEXTS } from "./texts";
import { actsOn, partyOf } from "./turn";

interface ObjectionCardProps {
  objection: ObjectionView;
  quarter: string;
  unitName: string;
  /** The person's name, where it is about one. */
  personName: string | null;
}

const COLOURS: Record<string, string> = { open: "orange", rejected: "gold", settled: "green" };

export function ObjectionCard({ objection, quarter, unitName, personName }: ObjectionCardProps) {
  const words = usePick(OBJECTION_TEXTS);
  const may = useMay();
  const mayProvince = useMayProvince();
  const { session } = useSignedIn();
  const { message } = App.useApp();
  const accept = useAct("acceptRejection");
  const [form, setForm] = useState<"answer" | "decide" | null>(null);
  const { unit, number, by, state } = objection;
  const acts = actsOn(
    objection,
    {
      answer: may("answerObjection", unit),
      accept: may("acceptRejection", unit),
      decide: mayProvince("decideObjection"),
    },
    partyOf(session),
  );
  const party = words.parties[by] ?? by;
  const turn =
    state === "open" ? words.turns.open(unitName) : state === "rejected" ? words.turns.rejected(party) : "";
  const close = () => setForm(null);
  return (
    <Card
      size="small"
      // A unit's long name takes the heading to two lines, which need air above and below.
      styles={{ header: { paddingBlock: 6 }, title: { whiteSpace: "normal" } }}
      title={
        <Space size={[8, 0]} wrap>
          <span>
            {unitName} · {words.number(number)}
          </span>
          <Typography.Text type="secondary" style={{ fontWeight: 400 }}>
            {objection.staffNo === null
              ? words.aboutUnit
              : words.about(`${personName ?? ""} ${objection.staffNo}`.trim())}
          </Typography.Text>
        </Space>
      }
      extra={
        <Tag color={COLOURS[state] ?? "default"} style={{ marginInlineEnd: 0 }}>
          {words.states[state] ?? state}
        </Tag>
      }
    >
      <Timeline style={{ marginBlockStart: 4 }} items={course(objection, party, words)} />
      {accept.error === null ? null : <Failure error={accept.error} />}
      {turn === "" ? null : (
        <Flex wrap align="center" justify="space-between" gap="small">
          <Typography.Text strong>{turn}</Typography.Text>
          <Space wrap>
            {acts.accept ? (
              <Popconfirm
                placement="topRight"
                title={words.acceptAsk}
                description={words.acceptHelp}
                okText={words.accept}
                cancelText={words.cancel}
                onConfirm={() =>
                  accept.mutate(
                    { unit, quarter, number },
                    { onSuccess: () => void message.success(words.acceptDone) },
                  )
                }
              >
                <Button loading={accept.isPending}>{words.accept}</Button>
              </Popconfirm>
            ) : null}
            {acts.decide ? (
              <Button type="primary" onClick={() => setForm("decide")}>
                {words.decide}
              </Button>
            ) : null}
            {acts.answer ? (
              <Button type="primary" onClick={() => setForm("answer")}>
                {words.answer}
              </Button>
            ) : null}
          </Space>
        </Flex>
      )}
      {form === "answer" ? (
        <AnswerForm unit={unit} quarter={quarter} number={number} onClose={close} />
      ) : form === "decide" ? (
        <DecideForm unit={unit} quarter={quarter} number={number} onClose={close} />
      ) : null}
    </Card>
  );
}

/** 提出 → 答复 → 接受 or 裁定, each with its day and outcome; what is waited for stands grey at the end. */
function course(objection: ObjectionView, party: string, words: ObjectionTexts) {
  const { steps } = words;
  const { text, answer, decision, state, slip } = objection;
  const said = (title: (string | null)[], body: string | null, color: string) => ({
    color,
    content: (
      <>
        <Typography.Text type="secondary">
          {title.filter((part) => part !== null).join(" · ")}
        </Typography.Text>
        {body === null ? null : <div style={{ whiteSpace: "pre-wrap" }}>{body}</div>}
      </>
    ),
  });
  const raised = said(
    [
      party,
      steps.raised,
      objection.raisedOn,
      objection.deadline === null ? null : words.deadline(objection.deadline),
      objection.onBehalf ? words.onBehalf(objection.enteredBy) : null,
      slip === null ? null : words.slip(slip.reportNo, slip.signedBy.includes("provider")),
    ],
    text,
    "blue",
  );
  const agreed = objection.accepted === true;
  const answered =
    answer === null
      ? []
      : [
          said(
            [agreed ? steps.accepted : steps.rejected, objection.answeredOn],
            answer,
            agreed ? "green" : "blue",
          ),
        ];
  if (state === "open") return [raised, ...answered, said([steps.waitAnswer], null, "gray")];
  if (state === "rejected") return [raised, ...answered, said([steps.waitDecision], null, "gray")];
  if (decision !== null) {
    const outcome = objection.upheld === true ? words.upheldYes : words.upheldNo;
    return [raised, ...answered, said([steps.decided, outcome, objection.decidedOn], decision, "green")];
  }
  if (objection.acceptedRejectionOn !== null)
    return [raised, ...answered, said([party, steps.settled, objection.acceptedRejectionOn], null, "green")];
  return [raised, ...answered];
}
