// Who it is, how they stand, and what may be done about their being here.
import { Alert, Button, Card, Collapse, Descriptions, Flex, Space, Tag, Timeline, Typography } from "antd";
import { useState } from "react";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { AnnounceDialog, EditDialog, useAnnouncingUnits } from "./AnnounceDialog";
import { LeavingDialog } from "./LeavingDialog";
import { isGone, onDuty, type Person, TONES } from "./person";
import { TEXTS } from "./texts";

type Form = "edit" | "leave" | "transfer" | "again" | "withdraw";

export function PersonHeader({ person }: { person: Person }) {
  const words = usePick(TEXTS);
  const [form, setForm] = useState<Form | null>(null);
  const close = () => setForm(null);
  const { announced, history, standing } = person;
  const since = history.findLast((one) => one.standing === standing);
  const facts = [
    [words.announce.unit, person.unitName],
    [words.announce.post, person.post],
    [words.phoneWord, person.phone],
    [words.contactWord, person.contact],
    [words.skillsWord, person.skills.join("、")],
  ] as const;
  return (
    <Card size="small">
      <Flex wrap align="start" justify="space-between" gap="small">
        <Flex wrap align="center" gap="small" style={{ minWidth: 0 }}>
          <Typography.Title level={3} style={{ margin: 0, overflowWrap: "anywhere" }}>
            {person.name}
          </Typography.Title>
          <Typography.Text type="secondary">{person.staffNo}</Typography.Text>
          <Tag color={TONES[standing]} style={{ marginInlineEnd: 0 }}>
            {words.standings[standing]}
          </Tag>
          {since === undefined ? null : (
            <Typography.Text type="secondary">{words.since(since.from)}</Typography.Text>
          )}
        </Flex>
        <Acts person={person} open={setForm} />
      </Flex>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        style={{ marginBlockStart: 12 }}
        items={facts
          .filter(([, text]) => text !== null && text !== "")
          .map(([label, text]) => ({
            key: label,
            label,
            // A number is never broken; long names beside it are.
            children: (
              <span
                style={label === words.phoneWord ? { whiteSpace: "nowrap" } : { overflowWrap: "anywhere" }}
              >
                {text}
              </span>
            ),
          }))}
      />
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
      {history.length === 0 ? null : (
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: "history",
              label: words.history,
              children: (
                <Timeline
                  items={history.map((one) => ({
                    content: `${one.from}　${words.standings[one.standing as Person["standing"]] ?? one.standing}　${one.unitName}`,
                  }))}
                />
              ),
            },
          ]}
        />
      )}
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
