// Tickets: found, sorted and turned over a page at a time by the core.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Input, Segmented, Select, Table, Tag, Typography } from "antd";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { TicketLine } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { call, useTransport } from "../../shared/transport";
import { word } from "../../shared/words";
import { RegisterDialog } from "./RegisterDialog";
import { StandingTag } from "./StandingTag";
import { TEXTS } from "./texts";

const SCOPES = ["open", "soon", "overdue", "unassigned", "ended", "all"] as const;
/** What the account's role has heard of: reached from 工作台, and shown while it lasts. */
type Scope = (typeof SCOPES)[number] | "escalated";

const OPEN = ["applied", "consented", "unassigned", "assigned", "running", "delivered", "confirmed"];
const ENDED = ["closed", "declined", "void"];
const STATES: Record<Scope, string[]> = {
  open: OPEN,
  soon: [],
  overdue: [],
  escalated: [],
  unassigned: ["unassigned"],
  ended: ENDED,
  all: [],
};

const SCOPE_NAMES = Object.keys(STATES) as Scope[];

/** What is told of their terms. */
const DUE: Partial<Record<Scope, string[]>> = {
  soon: ["soon"],
  overdue: ["overdue"],
  escalated: ["escalated"],
};

/** Column by column, what the core sorts by. */
const SORTS: Record<string, string> = { ticket: "number", dueOn: "due" };
const PAGE = 50;

export function TicketList() {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const transport = useTransport();
  const go = useNavigate();
  const { unit } = useInView();
  const may = useMay();
  const [asked, setAsked] = useSearchParams();
  const scope: Scope = SCOPE_NAMES.find((name) => name === asked.get("scope")) ?? "open";
  const [kind, setKind] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [sort, setSort] = useState({ by: "number", descending: true });
  const [page, setPage] = useState(1);
  const [registering, setRegistering] = useState(false);
  const text = usePaused(typed.trim());
  const types = useRead("ticketTypes", { unit }, unit !== "");
  const request = {
    unit,
    states: STATES[scope],
    kind,
    engineer: null,
    due: DUE[scope] ?? [],
    text,
    sort: sort.by,
    descending: sort.descending,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  };
  const list = useQuery({
    queryKey: ["tickets", request],
    queryFn: () => call(transport, "tickets", request),
    placeholderData: keepPreviousData,
  });
  const { columns } = texts;
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  const arrow = (key: string) => {
    if (SORTS[key] !== sort.by) return null;
    return sort.descending ? ("descend" as const) : ("ascend" as const);
  };
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Segmented
          value={scope}
          onChange={(next: Scope) => {
            setAsked(next === "open" ? {} : { scope: next }, { replace: true });
            setPage(1);
          }}
          options={(scope === "escalated" ? SCOPE_NAMES : SCOPES).map((value) => ({
            value,
            label: texts.scopes[value],
          }))}
        />
        {may("registerTicket") ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRegistering(true)}>
            {texts.register}
          </Button>
        ) : null}
      </Flex>
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <Flex wrap gap="small" align="center" style={{ padding: 12 }}>
          <Input.Search
            aria-label={texts.find}
            placeholder={texts.find}
            allowClear
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setPage(1);
            }}
            style={{ width: 280 }}
          />
          <Select
            aria-label={texts.kind}
            allowClear
            placeholder={texts.allKinds}
            value={kind}
            onChange={(next: string | undefined) => {
              setKind(next ?? null);
              setPage(1);
            }}
            options={(types.data ?? []).map(({ body }) => ({ value: body.code, label: body.label }))}
            style={{ width: 160 }}
          />
          <Typography.Text type="secondary" role="status">
            {texts.total(list.data?.total ?? 0)}
          </Typography.Text>
        </Flex>
        {list.data !== undefined && list.data.total === 0 && text === "" && kind === null ? (
          <NothingYet what={texts.none} first={texts.noneHelp} />
        ) : (
          <Table<TicketLine>
            size="small"
            rowKey="ticket"
            loading={list.isPending}
            dataSource={list.data?.lines ?? []}
            scroll={{ x: 860 }}
            pagination={{
              current: page,
              pageSize: PAGE,
              total: list.data?.total ?? 0,
              showSizeChanger: false,
              hideOnSinglePage: true,
              onChange: setPage,
            }}
            onChange={(_, __, sorter) => {
              const one = Array.isArray(sorter) ? sorter[0] : sorter;
              const by = SORTS[String(one?.field ?? "")];
              setSort(
                one?.order && by
                  ? { by, descending: one.order === "descend" }
                  : { by: "number", descending: true },
              );
            }}
            columns={[
              {
                title: columns.ticket,
                dataIndex: "ticket",
                width: 160,
                sorter: true,
                sortOrder: arrow("ticket"),
                render: (ticket: string) => (
                  <Link
                    to={`/tickets/${encodeURIComponent(ticket)}`}
                    style={{ textDecoration: "underline", whiteSpace: "nowrap" }}
                  >
                    {ticket}
                  </Link>
                ),
              },
              {
                title: columns.title,
                dataIndex: "title",
                render: (title: string, { customer, urgency }) => (
                  <Flex vertical style={{ minWidth: 220 }}>
                    <span>
                      {urgency === "normal" ? null : (
                        <Tag color={urgency === "critical" ? "red" : "gold"}>
                          {texts.urgencies[urgency as keyof typeof texts.urgencies]}
                        </Tag>
                      )}
                      {title}
                    </span>
                    {customer === null ? null : (
                      <Typography.Text type="secondary">{customer}</Typography.Text>
                    )}
                  </Flex>
                ),
              },
              { title: columns.kind, dataIndex: "kind", width: 92, ellipsis: true },
              {
                title: columns.state,
                dataIndex: "state",
                width: 90,
                render: (state: string) => word(language, `ticketState.${state}`),
              },
              { title: columns.first, dataIndex: "firstName", width: 100, ellipsis: true },
              {
                title: columns.due,
                dataIndex: "dueOn",
                width: 160,
                sorter: true,
                sortOrder: arrow("dueOn"),
                render: (due: string | null, line) => (
                  <Flex wrap gap={4}>
                    <span style={{ whiteSpace: "nowrap" }}>{due}</span>
                    {line.standing === null ? null : (
                      <StandingTag standing={line.standing} days={line.days} />
                    )}
                    {line.pressing === null ? null : (
                      <StandingTag
                        standing={line.pressing.standing}
                        days={line.pressing.days}
                        of={texts.termNames[line.pressing.term as keyof typeof texts.termNames]}
                      />
                    )}
                  </Flex>
                ),
              },
            ]}
          />
        )}
      </Card>
      {registering ? (
        <RegisterDialog
          types={types.data ?? []}
          close={(ticket) => {
            setRegistering(false);
            if (ticket !== null) void go(`/tickets/${encodeURIComponent(ticket)}`);
          }}
        />
      ) : null}
    </Flex>
  );
}
