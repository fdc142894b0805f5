// Beside the scoring sheet: what the person's month of tickets comes to, with the tickets behind each number, and what the
// rubric computes from it.
import { Alert, Flex, Popover, theme, Typography } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { MonthWorkRow, WorkDoneView } from "../../bindings/bindings";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { pathOf } from "../tickets/TicketTable";
import type { RubricItem } from "./rubric";
import type { Row } from "./sheet";
import { TEXTS } from "./texts";

interface WorkOfPersonProps {
  unit: string;
  month: string;
  row: Row;
  items: RubricItem[];
}

export function WorkOfPerson({ unit, month, row, items }: WorkOfPersonProps) {
  const marks = useMarks();
  const words = usePick(TEXTS).work;
  const may = useMay();
  const read = useRead("monthWork", { unit, month }, may("monthWork", unit));
  const own = read.data?.find(({ staffNo }) => staffNo === row.staffNo);
  if (own === undefined && row.computed.length === 0) return null;
  return (
    <Flex vertical gap={4} align="stretch" style={{ fontSize: 12 }} data-testid="work-of-person">
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {words.title}
        {own === undefined ? words.nothing : <Figures own={own} />}
      </Typography.Text>
      {own !== undefined && own.afterReview > 0 ? (
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {words.afterReview(own.afterReview)}
        </Typography.Text>
      ) : null}
      {row.computed.map(({ code, points, how, found, least }) => {
        const name = items.find((item) => item.code === code)?.name ?? code;
        return (
          <Typography.Text key={code} style={{ fontSize: 12 }}>
            {points === null ? (
              `${name}${marks.colon}${words.tooFew(found, least)}`
            ) : (
              <>
                {name}
                {marks.colon}
                <strong>{words.points(points)}</strong>
                <br />
                {how}
              </>
            )}
          </Typography.Text>
        );
      })}
      {row.changed ? <Alert type="warning" title={words.changed} /> : null}
    </Flex>
  );
}

function Figures({ own }: { own: MonthWorkRow }) {
  const marks = useMarks();
  const words = usePick(TEXTS).work;
  const whole = own.done.filter(({ incident }) => incident === null);
  const passed = own.done.filter(({ incident }) => incident !== null);
  const figures: [string, ReactNode, WorkDoneView[]][] = [
    ["tickets", words.tickets(own.tickets), whole],
    ["incidents", words.incidents(own.incidents), passed],
    ["inTime", words.inTime(own.inTime, own.done.length), own.done],
    ["rated", words.rated(own.meanMark, own.rated), whole.filter(({ mark }) => mark !== null)],
    ["low", words.low(own.low), whole.filter(({ low }) => low)],
  ];
  const shown = figures.filter(([key, , behind]) => key === "tickets" || behind.length > 0);
  return (
    <>
      {shown.map(([key, text, behind]) => (
        <span key={key}>
          {key === "tickets" ? "" : " · "}
          {behind.length === 0 ? text : <Behind done={behind}>{text}</Behind>}
        </span>
      ))}
      {" · "}
      {own.complaints.length === 0 ? (
        words.complaints(0)
      ) : (
        <Typography.Text type="danger" style={{ fontSize: 12 }} title={own.complaints.join(marks.list)}>
          {words.complaints(own.complaints.length)}
        </Typography.Text>
      )}
    </>
  );
}

/** A number with the tickets that make it up. */
function Behind({ done, children }: { done: WorkDoneView[]; children: ReactNode }) {
  const words = usePick(TEXTS).work;
  const { token } = theme.useToken();
  const list = (
    <ul style={{ maxHeight: 260, overflowY: "auto", margin: 0, paddingInlineStart: 16 }}>
      {done.map(({ ticket, incident, endedOn, inTime, mark, low }) => (
        <li key={`${ticket}.${incident ?? 0}`}>
          <Link to={pathOf(ticket)} style={{ textDecoration: "underline" }}>
            {ticket}
          </Link>{" "}
          {[
            incident === null ? words.closedOn(endedOn) : words.returnedOn(incident, endedOn),
            ...(inTime ? [] : [words.late]),
            ...(mark === null ? [] : [words.mark(mark)]),
            ...(low ? [words.lowMark] : []),
          ].join(" · ")}
        </li>
      ))}
    </ul>
  );
  return (
    <Popover trigger="click" placement="left" content={list}>
      <Typography.Link
        underline
        role="button"
        tabIndex={0}
        style={{ fontSize: 12, color: token.colorLink }}
        onKeyDown={pressed}
      >
        {children}
      </Typography.Link>
    </Popover>
  );
}

function pressed(event: React.KeyboardEvent<HTMLElement>) {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    event.currentTarget.click();
  }
}
