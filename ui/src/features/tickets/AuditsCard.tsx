// Rounds of audit: the file asked about, the answer, until accepted.
import { Button, Card, Flex, List, Tag, Typography } from "antd";
import { useState } from "react";
import type { TicketView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { WORKING } from "./PartsCard";
import { TEXTS } from "./texts";
import { AnswerAuditDialog, AskAuditDialog } from "./WorkDialogs";

export function AuditsCard({ view }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const [doing, setDoing] = useState<"ask" | "answer" | null>(null);
  const { audits, state, mayWork } = view;
  const last = audits.at(-1);
  const waits = last !== undefined && last.decidedOn === null;
  // Who is a hand asks; the answer is entered by who manages it.
  const able = waits ? may("decideAudit") : mayWork;
  const works = able && WORKING.includes(state) && last?.accepted !== true;
  const Dialog = doing === "ask" ? AskAuditDialog : AnswerAuditDialog;
  return (
    <Card
      size="small"
      title={texts.audits}
      extra={
        works ? (
          <Button size="small" onClick={() => setDoing(waits ? "answer" : "ask")}>
            {waits ? texts.auditAnswer : texts.auditAsk}
          </Button>
        ) : null
      }
    >
      {audits.length === 0 ? (
        <Typography.Text type="secondary">{texts.recordNone}</Typography.Text>
      ) : (
        <List
          size="small"
          dataSource={audits}
          rowKey="round"
          renderItem={(round) => (
            <List.Item>
              <Flex vertical>
                <Flex gap={6} wrap align="center">
                  <Typography.Text
                    strong
                  >{`${texts.auditRound(round.round)} ${round.askedOn}`}</Typography.Text>
                  {round.late ? <Tag color="red">{texts.auditLate}</Tag> : null}
                  <Tag color={round.accepted === null ? "gold" : round.accepted ? "green" : "red"}>
                    {round.accepted === null
                      ? texts.auditWaiting
                      : round.accepted
                        ? texts.auditYes
                        : texts.auditNo}
                  </Tag>
                </Flex>
                {round.text === null ? null : <span style={{ whiteSpace: "pre-wrap" }}>{round.text}</span>}
                {round.decidedOn === null ? null : (
                  <Typography.Text type="secondary">
                    {[round.decidedOn, round.person ?? "", round.basis ?? ""].filter(Boolean).join(" ")}
                  </Typography.Text>
                )}
              </Flex>
            </List.Item>
          )}
        />
      )}
      {doing === null ? null : <Dialog view={view} close={() => setDoing(null)} />}
    </Card>
  );
}
