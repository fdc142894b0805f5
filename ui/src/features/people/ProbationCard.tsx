// 试用 and 工作记录: how long it still lasts, and what was noted about the work.
import { Alert, Button, Card, Empty, Flex, Tag, Typography, theme } from "antd";
import { useState } from "react";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { TEXTS as CERTIFICATION } from "../certification/texts";
import { NoteDialog } from "./NoteDialog";
import type { Person } from "./person";
import { TEXTS } from "./texts";

/** Notes shown before the rest is asked for: what fits beside the papers. */
const SHOWN = 6;

export function ProbationCard({ person }: { person: Person }) {
  const words = usePick(TEXTS).probation;
  const behaviour = usePick(CERTIFICATION).note;
  const [noting, setNoting] = useState(false);
  const [striking, setStriking] = useState<number | null>(null);
  const [all, setAll] = useState(false);
  const strike = useAct("strikeWorkNote");
  const { token } = theme.useToken();
  const { probation, notes, staffNo, canRecord, stays } = person;
  const shown = all ? notes : notes.slice(0, SHOWN);
  return (
    <Card size="small" title={words.title}>
      {probation === null ? (
        <Typography.Text type="secondary">{words.none}</Typography.Text>
      ) : (
        <Alert
          type={probation.over ? "success" : (probation.daysLeft ?? 0) <= 7 ? "warning" : "info"}
          showIcon
          title={probation.daysLeft === null ? words.over : words.days(probation.daysLeft)}
          description={words.from(probation.from, probation.to)}
        />
      )}
      <Flex align="center" justify="space-between" gap="small" style={{ marginBlock: 12 }}>
        <Typography.Title level={5} style={{ margin: 0 }}>
          {words.notes}
        </Typography.Title>
        {canRecord && stays.length > 0 ? (
          <Button size="small" onClick={() => setNoting(true)}>
            {words.add}
          </Button>
        ) : null}
      </Flex>
      {notes.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noNotes} />
      ) : (
        <Flex vertical gap="small">
          {shown.map(({ number, on, text, requirement, objectGrade, notedBy, struck }) => (
            <Flex key={number} justify="space-between" gap="small" align="start">
              <div style={{ minWidth: 0, overflowWrap: "anywhere" }}>
                <div style={{ color: token.colorTextSecondary }}>{`${on} · ${words.by(notedBy)}`}</div>
                <div>
                  {struck === null ? (text ?? "—") : <del>{text ?? "—"}</del>}{" "}
                  {requirement === null ? null : <Tag>{behaviour.shows(requirement, objectGrade)}</Tag>}
                  {struck === null ? null : <Tag>{words.struckFor(struck)}</Tag>}
                </div>
              </div>
              {canRecord && struck === null ? (
                <Button
                  size="small"
                  type="text"
                  aria-label={`${words.strike} ${on}`}
                  onClick={() => setStriking(number)}
                >
                  {words.strike}
                </Button>
              ) : null}
            </Flex>
          ))}
          {shown.length < notes.length ? (
            <Button size="small" onClick={() => setAll(true)}>
              {words.more(notes.length - shown.length)}
            </Button>
          ) : null}
        </Flex>
      )}
      {noting ? <NoteDialog staffNo={staffNo} onClose={() => setNoting(false)} /> : null}
      {striking === null ? null : (
        <ReasonDialog
          name={`strike.${staffNo}.${striking}`}
          title={words.strikeTitle}
          says={words.strikeHelp}
          label={words.reason}
          act={strike}
          request={(reason) => ({ staffNo, number: striking, reason })}
          done={words.struck}
          onClose={() => setStriking(null)}
        />
      )}
    </Card>
  );
}
