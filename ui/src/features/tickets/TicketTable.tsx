// Tickets as a table that fits its window: what a column has no room for stands under it.
import { Flex, Table, Tag, Typography } from "antd";
import { Link } from "react-router";
import type { TicketLine, TicketsView } from "../../bindings/bindings";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { CountdownTag } from "./CountdownTag";
import { FIRST_SORT, SORTS, type TicketFilter } from "./filter";
import { StandingTag } from "./StandingTag";
import { TEXTS } from "./texts";

interface TicketTableProps {
  list: TicketsView | undefined;
  loading: boolean;
  filter: TicketFilter;
  sort: (next: Pick<TicketFilter, "by" | "descending">) => void;
  page: number;
  /** Tickets of a page. */
  size: number;
  turn: (page: number) => void;
}

/** Where a ticket's page lies. */
export const pathOf = (ticket: string) => `/tickets/${encodeURIComponent(ticket)}`;

export function TicketTable({ list, loading, filter, sort, page, size, turn }: TicketTableProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const { units } = useInView();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const { columns } = texts;
  const arrow = (key: string) => {
    if (SORTS[key] !== filter.by) return null;
    return filter.descending ? ("descend" as const) : ("ascend" as const);
  };
  return (
    <Table<TicketLine>
      size="small"
      rowKey="ticket"
      tableLayout="fixed"
      loading={loading}
      dataSource={list?.lines ?? []}
      // Back and forth: a list is always sorted by something.
      sortDirections={["ascend", "descend", "ascend"]}
      pagination={{
        current: page,
        pageSize: size,
        total: list?.total ?? 0,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: turn,
      }}
      onChange={(_, __, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        const by = SORTS[String(one?.field ?? "")];
        if (by === filter.by && one?.order === (filter.descending ? "descend" : "ascend")) return;
        sort(one?.order && by ? { by, descending: one.order === "descend" } : FIRST_SORT);
      }}
      columns={[
        {
          title: columns.ticket,
          dataIndex: "ticket",
          width: 152,
          sorter: true,
          sortOrder: arrow("ticket"),
          render: (ticket: string, { unit }) => (
            <Flex vertical>
              <Link to={pathOf(ticket)} style={{ textDecoration: "underline", overflowWrap: "anywhere" }}>
                {ticket}
              </Link>
              {filter.unit === null && units.length > 1 ? (
                <Typography.Text type="secondary" ellipsis={{ tooltip: names.get(unit) }}>
                  {names.get(unit) ?? unit}
                </Typography.Text>
              ) : null}
            </Flex>
          ),
        },
        {
          title: columns.title,
          dataIndex: "title",
          render: (title: string, { customer, urgency }) => (
            <Flex vertical style={{ overflowWrap: "anywhere" }}>
              <span>
                {urgency === "normal" ? null : (
                  <Tag color={urgency === "critical" ? "red" : "gold"}>
                    {word(language, `urgency.${urgency}`)}
                  </Tag>
                )}
                {title}
              </span>
              {customer === null ? null : <Typography.Text type="secondary">{customer}</Typography.Text>}
            </Flex>
          ),
        },
        { title: columns.kind, dataIndex: "kind", width: 92, ellipsis: true },
        {
          title: columns.state,
          dataIndex: "state",
          width: 78,
          render: (state: string) => word(language, `ticketState.${state}`),
        },
        { title: columns.first, dataIndex: "firstName", width: 92, ellipsis: true },
        {
          title: columns.due,
          dataIndex: "dueOn",
          width: 150,
          sorter: true,
          sortOrder: arrow("dueOn"),
          render: (due: string | null, line) => (
            <Flex vertical align="flex-start" gap={2}>
              <span style={{ whiteSpace: "nowrap" }}>{due}</span>
              {line.tender === null ? null : <CountdownTag tender={line.tender} />}
              {line.standing === null ? null : <StandingTag standing={line.standing} days={line.days} />}
              {line.pressing === null ? null : (
                <StandingTag
                  standing={line.pressing.standing}
                  days={line.pressing.days}
                  of={word(language, `ticketTerm.${line.pressing.term}`)}
                />
              )}
            </Flex>
          ),
        },
      ]}
    />
  );
}
