// 试用 and 工作记录: how long it still lasts, and what was noted about the work.
import { Alert, App, Button, Card, Empty, Flex, Form, Input, Tag, Typography, theme } from "antd";
import { useState } from "react";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { DayItem } from "../../shared/DayItem";
import { Failure } from "../../shared/Failure";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { type BehaviourFields, behaviourOf, NoteBehaviourItems } from "../certification/NoteBehaviour";
import { TEXTS as CERTIFICATION } from "../certification/texts";
import type { Person } from "./person";
import { TEXTS } from "./texts";

/** Notes shown before the rest is asked for. */
const SHOWN = 10;

export function ProbationCard({ person }: { person: Person }) {
  const words = usePick(TEXTS).probation;
  const behaviour = usePick(CERTIFICATION).note;
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
      <Typography.Title level={5}>{words.notes}</Typography.Title>
      {canRecord && stays.length > 0 ? <NoteForm staffNo={staffNo} /> : null}
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

interface NoteFields extends BehaviourFields {
  on: string;
  text: string;
}

function NoteForm({ staffNo }: { staffNo: string }) {
  const words = usePick(TEXTS).probation;
  const texts = useTexts();
  const today = useToday();
  const { message } = App.useApp();
  const act = useAct("noteWork");
  const kept = useKeptForm<NoteFields>(`note.${staffNo}`);
  const send = ({ on, text, ...shows }: NoteFields) =>
    act.mutate(
      { staffNo, on, text: text.trim(), ...behaviourOf(shows) },
      {
        onSuccess: () => {
          kept.forget();
          void message.success(words.added);
        },
      },
    );
  return (
    <Form
      {...kept.props}
      layout="vertical"
      requiredMark={false}
      initialValues={{ on: today }}
      onFinish={send}
    >
      <Flex wrap gap="small" align="end">
        <DayItem label={words.day} />
        <Form.Item
          name="text"
          label={words.text}
          rules={[{ required: true, whitespace: true, message: texts.needed }]}
          style={{ flex: "1 1 220px" }}
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
        <NoteBehaviourItems />
        <Form.Item>
          <Button htmlType="submit" loading={act.isPending}>
            {words.add}
          </Button>
        </Form.Item>
      </Flex>
      {act.error === null ? null : <Failure error={act.error} />}
    </Form>
  );
}
