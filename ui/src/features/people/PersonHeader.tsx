// Who it is, how they stand, and what may be done about their being here.
import { Alert, Button, Card, Flex, Space, Tag, Timeline, Typography, theme } from "antd";
import { useState } from "react";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { useInView } from "../../shared/inView";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { AnnounceDialog, EditDialog, useAnnouncingUnits } from "./AnnounceDialog";
import { LeavingDialog } from "./LeavingDialog";
import { isGone, onDuty, type Person, TONES } from "./person";
import { TEXTS } from "./texts";

type Form = "edit" | "leave" | "transfer" | "again" | "withdraw";

export function PersonHeader({ person }: { person: Person }) {
  const marks = useMarks();
  const words = usePick(TEXTS);
  const [form, setForm] = useState<Form | null>(null);
  const { token } = theme.useToken();
  const close = () => setForm(null);
  const { announced, history, standing } = person;
  const since = history.findLast((one) => one.standing === standing);
  const facts = [
    [words.announce.unit, person.unitName],
    [words.announce.post, person.post],
    [words.phoneWord, person.phone],
    [words.contactWord, person.contact],
    [words.skillsWord, person.skills.join(marks.list)],
  ] as const;
  return (
    <Card size="small">
      <Flex wrap align="start" justify="space-between" gap="small">
        <Flex wrap align="center" gap="small" style={{ minWidth: 0 }}>
          <Typography.Title level={3} style={{ margin: 0, overflowWrap: "anywhere" }}>
            {person.name}
          </Typography.Title>
          <span style={{ color: token.colorTextSecondary }}>{person.staffNo}</span>
          <Tag color={TONES[standing]} style={{ marginInlineEnd: 0 }}>
            {words.standings[standing]}
          </Tag>
          {since === undefined ? null : (
            <span style={{ color: token.colorTextSecondary }}>{words.since(since.from)}</span>
          )}
        </Flex>
        <Acts person={person} open={setForm} />
      </Flex>
      <dl
        style={{
          display: "grid",
          gridTemplateColumns: "repeat(auto-fit, minmax(min(260px, 100%), 1fr))",
          alignItems: "start",
          gap: "8px 24px",
          margin: "12px 0 0",
        }}
      >
        {facts
          .filter(([, text]) => text !== null && text !== "")
          .map(([label, text]) => (
            <div key={label} style={{ display: "flex", gap: 8 }}>
              <dt style={{ color: token.colorTextSecondary, whiteSpace: "nowrap" }}>{label}</dt>
              {/* A number is never broken; long names beside it are. */}
              <dd
                style={{
                  margin: 0,
                  ...(label === words.phoneWord ? { whiteSpace: "nowrap" } : { overflowWrap: "anywhere" }),
                }}
              >
                {text}
              </dd>
            </div>
          ))}
      </dl>
      {announced === null ? null : (
        <Alert
          type={announced.overdue ? "warning" : "info"}
          showIcon
          title={words.awaitedAlert(announced.unitName, announced.expectedOn)}
        />
      )}
      {onDuty(person) ? (
        <Typography.Paragraph
          type={person.accessToCustomerDocuments ? "secondary" : "danger"}
          style={{ marginBlock: 8 }}
        >
          {person.accessToCustomerDocuments ? words.access.yes : words.access.no}
        </Typography.Paragraph>
      ) : null}
      {history.length === 0 ? null : <History person={person} />}
      {form === "edit" ? (
        <EditDialog person={person} onClose={close} />
      ) : form === "again" ? (
        <AnnounceDialog again={person} onClose={close} />
      ) : form === "withdraw" ? (
        <Withdraw person={person} onClose={close} />
      ) : form === null ? null : (
        <LeavingDialog person={person} transfer={form === "transfer"} onClose={close} />
      )}
    </Card>
  );
}

/** How they came to stand where they stand; drawn when it is asked for. */
function History({ person }: { person: Person }) {
  const words = usePick(TEXTS);
  const [open, setOpen] = useState(false);
  return (
    <details style={{ marginBlockStart: 8 }} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary style={{ cursor: "pointer", width: "fit-content" }}>{words.history}</summary>
      {open ? (
        <Timeline
          style={{ marginBlockStart: 12 }}
          items={person.history.map(({ from, standing, unitName }) => ({
            content: `${from}　${words.standings[standing as Person["standing"]] ?? standing}　${unitName}`,
          }))}
        />
      ) : null}
    </details>
  );
}

function Acts({ person, open }: { person: Person; open: (form: Form) => void }) {
  const words = usePick(TEXTS);
  const may = useMay();
  const { units } = useInView();
  const mayAnnounce = useAnnouncingUnits().length > 0;
  const { announced, canRecord } = person;
  const [newest] = person.stays;
  // A unit's own account cannot receive for another unit.
  const elsewhere = units.some(({ code }) => code !== person.unit && may("transferPerson", code));
  const ends = canRecord && onDuty(person) && newest !== undefined && newest.leftOn === null;
  return (
    <Space wrap>
      {canRecord ? <Button onClick={() => open("edit")}>{words.edit.act}</Button> : null}
      {ends && elsewhere ? <Button onClick={() => open("transfer")}>{words.leaving.transfer}</Button> : null}
      {ends ? <Button onClick={() => open("leave")}>{words.leaving.leave}</Button> : null}
      {canRecord && announced !== null ? (
        <Button onClick={() => open("withdraw")}>{words.announce.withdraw}</Button>
      ) : null}
      {mayAnnounce && announced === null && isGone(person) ? (
        <Button onClick={() => open("again")}>{words.announce.again}</Button>
      ) : null}
    </Space>
  );
}

function Withdraw({ person, onClose }: { person: Person; onClose: () => void }) {
  const words = usePick(TEXTS).announce;
  const { staffNo, name } = person;
  return (
    <ReasonDialog
      name={`withdrawArrival.${staffNo}`}
      title={words.withdraw}
      says={words.withdrawHelp(name)}
      label={words.reason}
      act={useAct("withdrawArrival")}
      request={(reason) => ({ staffNo, reason })}
      done={words.withdrawn}
      onClose={onClose}
    />
  );
}
