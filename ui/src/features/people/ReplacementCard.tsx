// 要求更换: asking for somebody else after a trial that failed, and each request's steps with what is to be done next.
import { FilePdfOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Space, Steps, Typography } from "antd";
import { useState } from "react";
import type { ReplacementView } from "../../bindings/bindings";
import { useExport } from "../../shared/files/useExport";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useBehalfWords } from "./behalf";
import type { Person } from "./person";
import { AskForm, type NextStep, StepForm } from "./ReplacementForms";
import { SaveAttached } from "../../shared/files/SaveAttached";
import { TEXTS } from "./texts";

export function ReplacementCard({ person }: { person: Person }) {
  const words = usePick(TEXTS).replacement;
  const [asking, setAsking] = useState(false);
  const { replacements, mayAskReplacement, canRecord } = person;
  const asks = mayAskReplacement && canRecord;
  if (replacements.length === 0 && !asks) return null;
  return (
    <Card
      size="small"
      title={words.title}
      extra={
        asks ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {words.ask}
          </Button>
        ) : null
      }
    >
      <Flex vertical gap="large">
        {replacements.map((request) => (
          <OneRequest key={request.number} request={request} person={person} />
        ))}
      </Flex>
      {asking ? <AskForm person={person} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}

const ORDER = ["opened", "approved", "sent", "answered", "done"] as const;

/** What comes next, by where the request stands; leaving is an act of the page's head. */
const NEXT: Partial<Record<ReplacementView["state"], NextStep>> = {
  opened: "approve",
  approved: "send",
  sent: "successor",
};

function OneRequest({ request, person }: { request: ReplacementView; person: Person }) {
  const marks = useMarks();
  const all = usePick(TEXTS);
  const words = all.replacement;
  const behalf = useBehalfWords();
  const [form, setForm] = useState<NextStep | "withdraw" | null>(null);
  const { number, state } = request;
  const { staffNo, canRecord, canApprove } = person;
  const withdrawn = state === "withdrawn";
  const next = NEXT[state];
  const mayNext = next === "approve" ? canApprove : canRecord;
  const done = ORDER.findIndex((step) => step === state);
  const days: (string | null)[] = [
    request.requestedOn,
    request.approvedOn,
    request.sentOn,
    request.answeredOn,
    null,
  ];
  const said: (string | null)[] = [
    null,
    request.approvedOnBehalf === null ? null : behalf(request.approvedOnBehalf),
    request.dispatch,
    request.successor === null
      ? null
      : [request.successorName, request.successor].filter((part) => part !== null).join(" "),
    null,
  ];
  const scans = [
    [request.approvalEvidence, words.proof],
    [request.dispatchCopy, words.copy],
  ] as const;
  return (
    <section aria-label={words.number(number)}>
      <Flex vertical gap="small">
        <Typography.Text strong>{words.number(number)}</Typography.Text>
        <Steps
          orientation="vertical"
          size="small"
          current={withdrawn ? days.filter((day) => day !== null).length - 1 : done + 1}
          status={withdrawn ? "error" : "process"}
          items={ORDER.map((step, at) => ({
            title: words.steps[step],
            content: [days[at], said[at]].filter((part) => part !== null && part !== undefined).join(" · "),
          }))}
        />
        <Typography.Text type="secondary">
          {words.evidence(request.months.length, request.notes.length)}
        </Typography.Text>
        <ul style={{ margin: 0, paddingInlineStart: 20, overflowWrap: "anywhere" }}>
          {request.decisions.map((ground) => (
            <li key={`${ground.of} ${ground.number}`}>{words.decision(ground.of, ground.number)}</li>
          ))}
          {request.months.map(({ month, score, low, deducted }) => (
            <li key={month}>
              {`${month}　${score}${low ? marks.aside(words.low) : ""}`}
              {deducted.map(({ code, name, points, max, reason }) => (
                <div key={code}>
                  <Typography.Text type="secondary">
                    {`${name} ${points}${max === null ? "" : `/${max}`}${reason === null ? "" : `${marks.colon}${reason}`}`}
                  </Typography.Text>
                </div>
              ))}
            </li>
          ))}
        </ul>
        {request.reason === null ? null : <div>{request.reason}</div>}
        <Typography.Text strong>
          {words.waits[state]}
          {request.withdrawnReason === null ? "" : `${marks.colon}${request.withdrawnReason}`}
        </Typography.Text>
        <Space wrap>
          {next !== undefined && mayNext ? (
            <Button size="small" type="primary" onClick={() => setForm(next)}>
              {words[next]}
            </Button>
          ) : null}
          {canRecord && (state === "opened" || state === "approved" || state === "sent") ? (
            <Button size="small" onClick={() => setForm("withdraw")}>
              {words.withdraw}
            </Button>
          ) : null}
          <MakeRequest person={person} number={number} />
          {scans.map(([scan, label]) =>
            scan === null ? null : (
              <SaveAttached key={label} to={{ staffNo }} file={scan} name={`${label}-${staffNo}-${number}`} />
            ),
          )}
        </Space>
      </Flex>
      {form === null ? null : (
        <StepForm
          step={form}
          staffNo={staffNo}
          number={number}
          unit={request.unit}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}

function MakeRequest({ person, number }: { person: Person; number: number }) {
  const all = usePick(TEXTS);
  const words = all.replacement;
  const may = useMay();
  const { save, isPending } = useExport("makeReplacementRequest");
  const { staffNo, unit } = person;
  if (!may("makeReplacementRequest", unit)) return null;
  return (
    <Button
      size="small"
      icon={<FilePdfOutlined aria-hidden />}
      loading={isPending}
      onClick={() =>
        void save({
          title: words.makeTitle,
          kind: { name: all.pdfOrWord, extensions: ["pdf", "docx"] },
          proposed: words.makeName(staffNo, number),
          request: (out) => ({ staffNo, number, out }),
        })
      }
    >
      {words.make}
    </Button>
  );
}
