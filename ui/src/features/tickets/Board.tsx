// The board: open tickets phase by phase, what presses most on top, with their age.
import { Badge, Card, Col, Empty, Flex, Row, Skeleton, Tag, Typography } from "antd";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { TicketCardView, TicketColumnView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { call, useTransport } from "../../shared/transport";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { FilterBar } from "./FilterBar";
import { OUT } from "./outTexts";
import { StandingTag } from "./StandingTag";
import { pathOf } from "./TicketTable";
import { useTicketFilter } from "./useTicketFilter";

export function Board() {
  const transport = useTransport();
  const { unit } = useInView();
  const [filter, setFilter] = useTicketFilter();
  const text = usePaused(filter.text);
  const types = useRead("ticketTypes", { unit: filter.unit ?? unit }, unit !== "");
  const request = { unit: filter.unit, kind: filter.kind, engineer: filter.engineer, text: text.trim() };
  const board = useQuery({
    queryKey: ["ticketBoard", request],
    queryFn: () => call(transport, "ticketBoard", request),
    placeholderData: keepPreviousData,
  });
  if (board.isError) return <Failure error={board.error} retry={() => board.refetch()} />;
  const columns = board.data ?? [];
  return (
    <Flex vertical gap="small">
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <FilterBar
          filter={filter}
          change={(next) => setFilter({ ...filter, ...next })}
          types={types.data ?? []}
          total={columns.reduce((sum, { total }) => sum + total, 0)}
        />
      </Card>
      {board.isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <Row gutter={[12, 12]}>
          {columns.map((column) => (
            <Col key={column.phase} xs={24} md={8}>
              <Column column={column} />
            </Col>
          ))}
        </Row>
      )}
    </Flex>
  );
}

function Column({ column }: { column: TicketColumnView }) {
  const texts = usePick(OUT).board;
  const { language } = usePreference();
  const { phase, total, overdue, states, cards } = column;
  return (
    <Card
      size="small"
      title={
        <Flex gap={6} align="center">
          <span>{word(language, `ticketPhase.${phase}`)}</span>
          <Badge count={total} overflowCount={99_999} showZero color="#434a54" />
        </Flex>
      }
      extra={overdue === 0 ? null : <Tag color="red">{texts.overdue(overdue)}</Tag>}
      styles={{ body: { padding: 8 } }}
    >
      <Flex vertical gap={8}>
        <Flex wrap gap={4}>
          {states.map(({ state, count }) => (
            <Tag key={state}>{`${word(language, `ticketState.${state}`)} ${count}`}</Tag>
          ))}
        </Flex>
        {cards.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={texts.none} /> : null}
        {cards.map((card) => (
          <TicketCard key={card.line.ticket} card={card} />
        ))}
        {total > cards.length ? (
          <Typography.Text type="secondary">{texts.more(total - cards.length)}</Typography.Text>
        ) : null}
      </Flex>
    </Card>
  );
}

function TicketCard({ card: { line, age } }: { card: TicketCardView }) {
  const texts = usePick(OUT).board;
  const { language } = usePreference();
  const { standing, pressing, urgency } = line;
  return (
    <Card size="small" styles={{ body: { padding: 8 } }} data-ticket={line.ticket}>
      <Flex vertical gap={4}>
        <Flex gap={6} wrap align="center" justify="space-between">
          <Link to={pathOf(line.ticket)} style={{ textDecoration: "underline", overflowWrap: "anywhere" }}>
            {line.ticket}
          </Link>
          {urgency === "normal" ? null : (
            <Tag color={urgency === "critical" ? "red" : "gold"}>{word(language, `urgency.${urgency}`)}</Tag>
          )}
        </Flex>
        <Typography.Text ellipsis={{ tooltip: line.title }}>{line.title}</Typography.Text>
        <Typography.Text type="secondary" ellipsis={{ tooltip: true }}>
          {[line.kind, line.firstName ?? texts.nobody].join(" · ")}
        </Typography.Text>
        <Flex gap={4} wrap>
          <Tag>{texts.age(age)}</Tag>
          {standing === null ? null : <StandingTag standing={standing} days={line.days} />}
          {pressing === null ? null : (
            <StandingTag
              standing={pressing.standing}
              days={pressing.days}
              of={word(language, `ticketTerm.${pressing.term}`)}
            />
          )}
        </Flex>
      </Flex>
    </Card>
  );
}
