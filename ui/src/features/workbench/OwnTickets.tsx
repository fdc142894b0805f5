// 我的工单: the open tickets of a requester or an engineer, those first whose last day comes first.
import { Button, Card, Flex, Tag, Typography } from "antd";
import { Link, useNavigate } from "react-router";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { pathOf } from "../tickets/TicketTable";
import { TEXTS } from "./texts";

const SHOWN = 10;
const OPEN = ["applied", "consented", "unassigned", "assigned", "running", "delivered", "confirmed"];

export function OwnTickets() {
  const words = usePick(TEXTS);
  const { language } = usePreference();
  const navigate = useNavigate();
  const may = useMay();
  const asks = may("registerTicket");
  const found = useRead("tickets", {
    states: OPEN,
    due: [],
    text: "",
    sort: "due",
    descending: false,
    offset: 0,
    limit: SHOWN,
  });
  const lines = found.data?.lines ?? [];
  return (
    <Card
      size="small"
      title={words.ownTickets(found.data?.total ?? 0)}
      loading={found.isPending}
      extra={
        <Button type="link" size="small" onClick={() => void navigate("/tickets")}>
          {words.openTickets}
        </Button>
      }
    >
      {found.isError ? <Failure error={found.error} retry={() => found.refetch()} /> : null}
      {found.data?.total === 0 ? (
        <NothingYet what={words.noTickets} first={asks ? words.noTicketsAsked : words.noTicketsGiven} />
      ) : (
        <ul className="plain-list">
          {lines.map((line) => (
            <li key={line.ticket}>
              <Flex gap={6} wrap align="center">
                <Tag color={line.state === "delivered" && asks ? "gold" : "blue"}>
                  {word(language, `ticketState.${line.state}`)}
                </Tag>
                <Link
                  to={pathOf(line.ticket)}
                  style={{ textDecoration: "underline", overflowWrap: "anywhere", minWidth: 0 }}
                >
                  {line.title}
                </Link>
                <Typography.Text type="secondary">{line.ticket}</Typography.Text>
                {line.dueOn === null ? null : (
                  <Typography.Text type={line.standing === "overdue" ? "danger" : "secondary"}>
                    {words.by(line.dueOn)}
                  </Typography.Text>
                )}
                {line.state === "delivered" && asks ? (
                  <Typography.Text>{words.yourWord}</Typography.Text>
                ) : null}
              </Flex>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
