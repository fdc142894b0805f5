// One day of one person: punches, what was set by hand and why, leave and overtime, and what can be done.
import { Button, Drawer, Flex, List, Skeleton, Space, Tag, Typography } from "antd";
import { useState } from "react";
import type { AttendanceRow, DayHead } from "../../bindings/bindings";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { Failure } from "../../shared/Failure";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { ApplicationLine } from "./ApplicationLine";
import { LeaveForm, OvertimeForm } from "./ApplyForms";
import { SetForm } from "./SetForm";
import { TEXTS } from "./texts";

interface DayDrawerProps {
  unit: string;
  person: AttendanceRow | undefined;
  day: DayHead | undefined;
  people: AttendanceRow[];
  onClose: () => void;
}

export function DayDrawer({ unit, person, day, people, onClose }: DayDrawerProps) {
  if (person === undefined || day === undefined) return null;
  return <Opened unit={unit} person={person} day={day.day} people={people} onClose={onClose} />;
}

interface OpenedProps {
  unit: string;
  person: AttendanceRow;
  day: string;
  people: AttendanceRow[];
  onClose: () => void;
}

function Opened({ unit, person, day, people, onClose }: OpenedProps) {
  const marks = useMarks();
  const words = usePick(TEXTS);
  const { language } = usePreference();
  const may = useMay();
  const { staffNo, name } = person;
  const view = useRead("attendanceDay", { unit, staffNo, day, lang: language });
  const correct = useAct("correctAttendance");
  const [form, setForm] = useState<"set" | "back" | "leave" | "overtime" | null>(null);
  const close = () => setForm(null);
  const mayCorrect = may("correctAttendance", unit);
  const found = view.data;
  const works = found !== undefined && found.mark.kind !== "off" && found.mark.kind !== "notOnDuty";
  return (
    <Drawer open title={words.day(name, day)} onClose={onClose} size={440}>
      {view.isError ? <Failure error={view.error} /> : null}
      {found === undefined ? (
        view.isError ? null : (
          <Skeleton active />
        )
      ) : (
        <Flex vertical gap="middle">
          <Space wrap>
            <Typography.Text strong>{found.mark.words ?? found.mark.text}</Typography.Text>
            {found.mark.corrected === true ? <Tag>{words.corrected}</Tag> : null}
          </Space>
          <Flex vertical gap={4}>
            <Typography.Text type="secondary">{words.punches}</Typography.Text>
            <Typography.Text>
              {found.punches.length === 0 ? words.noPunch : found.punches.join("  ")}
            </Typography.Text>
          </Flex>
          {mayCorrect && works ? (
            <Space wrap>
              <Button type="primary" onClick={() => setForm("set")}>
                {words.set}
              </Button>
              {found.mark.corrected === true ? (
                <Button onClick={() => setForm("back")}>{words.asPunched}</Button>
              ) : null}
            </Space>
          ) : null}
          {may("applyLeave", unit) ? (
            <Space wrap>
              <Button onClick={() => setForm("leave")}>{words.leave}</Button>
              <Button onClick={() => setForm("overtime")}>{words.overtime}</Button>
            </Space>
          ) : null}
          {found.corrections.length === 0 ? null : (
            <List
              size="small"
              header={words.byHand}
              dataSource={found.corrections}
              renderItem={({ text, reason, by, at }) => (
                <List.Item>
                  <Flex vertical>
                    <span>
                      {text ?? words.asPunched}
                      {marks.colon}
                      {reason ?? words.erased}
                    </span>
                    <Typography.Text type="secondary" style={{ fontSize: 12 }}>
                      {words.byAt(by, at)}
                    </Typography.Text>
                  </Flex>
                </List.Item>
              )}
            />
          )}
          {found.applications.length === 0 ? null : (
            <List
              size="small"
              header={words.applications}
              dataSource={found.applications}
              renderItem={(application) => (
                <List.Item>
                  <ApplicationLine application={application} />
                </List.Item>
              )}
            />
          )}
        </Flex>
      )}
      {form === "set" ? (
        <SetForm unit={unit} rows={[{ staffNo, day, text: null }]} cut={0} ask onClose={close} />
      ) : null}
      {form === "back" ? (
        <ReasonDialog
          name={`attendance.back.${staffNo}.${day}`}
          title={words.backTitle}
          label={words.reason}
          act={correct}
          request={(reason) => ({ unit, rows: [{ staffNo, day, text: null }], reason, lang: language })}
          done={words.setDone}
          onClose={close}
        />
      ) : null}
      {form === "leave" ? (
        <LeaveForm unit={unit} people={people} about={{ staffNo, day }} onClose={close} />
      ) : null}
      {form === "overtime" ? (
        <OvertimeForm unit={unit} people={people} about={{ staffNo, day }} onClose={close} />
      ) : null}
    </Drawer>
  );
}
