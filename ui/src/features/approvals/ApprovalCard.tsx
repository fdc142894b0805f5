// The approvals of a document: the way as steps with who sits where, what was said, and what may be done now.
import { Alert, Card, Collapse, Flex, Steps, Tag, Timeline, Typography } from "antd";
import type {
  ApprovalActView,
  ApprovalSeatView,
  ApprovalStageView,
  DocumentApprovalView,
  DocumentView,
} from "../../bindings/bindings";
import { Attached } from "../../shared/files/Attached";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { ApprovalButtons, SubmitButton } from "./ApprovalButtons";
import { ApprovalTag } from "./ApprovalTag";
import { TEXTS } from "./texts";

/** So much of a hash is shown; the whole is copied. */
const SHOWN = 12;

export function ApprovalCard({ view }: { view: DocumentView }) {
  const texts = usePick(TEXTS);
  const [last, ...earlier] = view.approvals;
  const { line } = view;
  const free = last === undefined || last.state !== "running";
  const published = line.approval === "published";
  return (
    <Card
      size="small"
      title={texts.card}
      extra={
        view.works && !line.voided && free && !published ? (
          <SubmitButton view={view} again={last !== undefined} />
        ) : null
      }
    >
      {last === undefined ? (
        <Typography.Text type="secondary">{texts.never}</Typography.Text>
      ) : (
        <Flex vertical gap="small">
          {line.approval === "outdated" ? <Alert type="info" showIcon title={texts.newer} /> : null}
          <One approval={last} />
          {earlier.length === 0 ? null : (
            <Collapse
              size="small"
              items={[
                {
                  key: "earlier",
                  label: texts.earlier(earlier.length),
                  children: (
                    <Flex vertical gap="middle">
                      {earlier.map((one) => (
                        <One key={one.number} approval={one} />
                      ))}
                    </Flex>
                  ),
                },
              ]}
            />
          )}
        </Flex>
      )}
    </Card>
  );
}

function One({ approval }: { approval: DocumentApprovalView }) {
  const texts = usePick(TEXTS);
  const status = (stage: ApprovalStageView) => {
    if (stage.state === "done") return "finish" as const;
    if (stage.number !== approval.stage) return "wait" as const;
    return approval.state === "running" ? ("process" as const) : ("error" as const);
  };
  return (
    <Flex vertical gap="small">
      <Flex wrap gap={6} align="center">
        <Typography.Text strong>{texts.round(approval.number, approval.version)}</Typography.Text>
        <ApprovalTag state={approval.state} />
        <Typography.Text type="secondary">{texts.seal}</Typography.Text>
        <Typography.Text code copyable={{ text: approval.file, tooltips: [texts.copyHash, texts.copied] }}>
          {`${approval.file.slice(0, SHOWN)}…`}
        </Typography.Text>
      </Flex>
      <ApprovalButtons approval={approval} />
      <Steps
        size="small"
        orientation="vertical"
        items={approval.stages.map((stage) => ({
          title: <StageTitle stage={stage} />,
          status: status(stage),
          content: <Seats seats={stage.seats} />,
        }))}
      />
      <Timeline
        items={approval.acts.map((act, place) => ({
          key: place,
          color:
            act.kind === "sentBack"
              ? "red"
              : act.kind === "agreed" || act.kind === "published"
                ? "green"
                : "gray",
          content: <ActLine act={act} document={approval.document} />,
        }))}
      />
    </Flex>
  );
}

function StageTitle({ stage }: { stage: ApprovalStageView }) {
  const texts = usePick(TEXTS);
  return (
    <Flex wrap gap={6} align="center">
      <span>{stage.name}</span>
      {stage.seats.filter((seat) => !seat.further).length < 2 ? null : <Tag>{texts.modes[stage.mode]}</Tag>}
      {stage.meeting ? <Tag>{texts.meeting}</Tag> : null}
    </Flex>
  );
}

function Seats({ seats }: { seats: ApprovalSeatView[] }) {
  const texts = usePick(TEXTS);
  return (
    <ul className="plain-list">
      {seats.map((seat) => (
        <li key={seat.number}>
          <Flex wrap gap={6} align="center">
            <span style={{ overflowWrap: "anywhere" }}>{`${seat.post} ${seat.name ?? texts.erased}`}</span>
            <Tag
              {...(seat.state === "agreed"
                ? { color: "green" }
                : seat.state === "waiting"
                  ? { color: "blue" }
                  : {})}
            >
              {texts.seatStates[seat.state]}
            </Tag>
            {seat.further ? <Tag>{texts.further}</Tag> : null}
            {seat.standIn === null ? null : (
              <Typography.Text type="secondary">
                {texts.standIn(seat.standIn.name, seat.standIn.from, seat.standIn.to)}
              </Typography.Text>
            )}
          </Flex>
        </li>
      ))}
    </ul>
  );
}

function ActLine({ act, document }: { act: ApprovalActView; document: string }) {
  const texts = usePick(TEXTS);
  const marks = useMarks();
  const who = act.recorded ? (act.person ?? texts.erased) : act.by;
  const said = [act.stage, act.post].filter((part) => part !== null).join(" ");
  return (
    <Flex vertical gap={2}>
      <Flex wrap gap={6} align="center">
        <Typography.Text strong>{who}</Typography.Text>
        <span>{texts.acts[act.kind]}</span>
        {said === "" ? null : <Typography.Text type="secondary">{said}</Typography.Text>}
        {act.standingIn ? <Tag>{texts.standingIn}</Tag> : null}
        <Typography.Text type="secondary">{act.at.slice(0, 16)}</Typography.Text>
      </Flex>
      {act.kind === "sentBack" ? <span>{texts.to(act.to)}</span> : null}
      {act.recorded ? (
        <Typography.Text type="secondary">{texts.recorded(act.by, act.basis, act.on)}</Typography.Text>
      ) : null}
      {act.days === null || act.person === null ? null : (
        <span>{texts.standIn(act.person, act.days[0], act.days[1])}</span>
      )}
      {act.kind === "furtherAsked" && act.person !== null ? <span>{act.person}</span> : null}
      {act.text === null ? null : (
        <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{act.text}</span>
      )}
      {act.evidence === null ? null : (
        <Attached
          to={{ opinionOn: document }}
          file={act.evidence}
          name={[texts.evidence(who), said].filter((part) => part !== "").join(marks.comma)}
        />
      )}
    </Flex>
  );
}
