// Tickets that belong to an opportunity or a customer.
import { Card, Flex, Tag, Typography } from "antd";
import { Link } from "react-router";
import type { LinkedTicketView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

export function TicketsCard({ tickets, none }: { tickets: LinkedTicketView[]; none: string }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const open = tickets.filter(({ ended }) => !ended).length;
  return (
    <Card size="small" title={tickets.length === 0 ? texts.tickets : texts.ticketsOf(open, tickets.length)}>
      {tickets.length === 0 ? (
        <Typography.Text type="secondary">{none}</Typography.Text>
      ) : (
        <Flex vertical component="ul" gap={6} style={{ margin: 0, padding: 0, listStyle: "none" }}>
          {tickets.map(({ ticket, title, state, ended }) => (
            <li key={ticket}>
              <Flex gap={6} wrap align="center">
                <Link
                  to={`/tickets/${encodeURIComponent(ticket)}`}
                  style={{ textDecoration: "underline", whiteSpace: "nowrap" }}
                >
                  {ticket}
                </Link>
                <span style={{ overflowWrap: "anywhere" }}>{title}</span>
                <Tag color={ended ? "default" : "blue"}>{word(language, `ticketState.${state}`)}</Tag>
              </Flex>
            </li>
          ))}
        </Flex>
      )}
    </Card>
  );
}
