// 看板: six columns with their totals; a card says what it is worth and how old it is.
import { StarFilled } from "@ant-design/icons";
import { Button, Card, Flex, Skeleton, Tag, Typography, theme } from "antd";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { BoardColumn, OpportunityLine } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { call, useTransport } from "../../shared/transport";
import { word } from "../../shared/words";
import type { OpportunityFilter } from "./filter";
import { CheckpointTag } from "./CheckpointTag";
import { MoveDialog } from "./MoveDialog";
import { TEXTS } from "./texts";

/** So that a card is readable; the board is moved sideways where the window is narrower. */
const COLUMN = 212;

interface BoardProps {
  filter: OpportunityFilter;
  /** To the list, where all of a long column stands. */
  more: () => void;
}

export function Board({ filter, more }: BoardProps) {
  const transport = useTransport();
  const { token } = theme.useToken();
  const [moving, setMoving] = useState<OpportunityLine | null>(null);
  const sought = {
    unit: filter.unit,
    class: filter.class,
    engineer: filter.engineer,
    checkpoint: filter.checkpoint,
    text: filter.text.trim(),
  };
  const board = useQuery({
    queryKey: ["opportunityBoard", sought],
    queryFn: () => call(transport, "opportunityBoard", sought),
    placeholderData: keepPreviousData,
  });
  if (board.isError) return <Failure error={board.error} retry={() => board.refetch()} />;
  if (board.data === undefined) return <Skeleton active paragraph={{ rows: 6 }} />;
  return (
    <>
      {/* Reached by the keyboard, so that it can be moved by its arrows. */}
      <section tabIndex={0} style={{ overflowX: "auto", paddingBlockEnd: 8 }}>
        <Flex gap={token.marginXS} align="stretch" style={{ minWidth: COLUMN * 6 }}>
          {board.data.columns.map((column) => (
            <Column key={column.stage} column={column} move={setMoving} more={more} />
          ))}
        </Flex>
      </section>
      {moving === null ? null : (
        <MoveDialog opportunity={moving.opportunity} title={moving.title} close={() => setMoving(null)} />
      )}
    </>
  );
}

interface ColumnProps {
  column: BoardColumn;
  move: (line: OpportunityLine) => void;
  more: () => void;
}

function Column({ column, move, more }: ColumnProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const { token } = theme.useToken();
  const name = word(language, `pipelineStage.${column.stage}`);
  return (
    <Flex
      vertical
      gap={token.marginXS}
      role="group"
      aria-label={name}
      style={{
        flex: 1,
        minWidth: 0,
        padding: token.paddingXS,
        borderRadius: token.borderRadiusLG,
        background: token.colorFillQuaternary,
      }}
    >
      <Flex vertical>
        <Typography.Text strong>{name}</Typography.Text>
        <Typography.Text style={{ whiteSpace: "nowrap" }}>
          {`${texts.count(column.count)} ${money(column.amount)}`}
        </Typography.Text>
        {column.unpriced === 0 ? null : (
          <Typography.Text type="secondary" style={{ fontSize: token.fontSizeSM }}>
            {texts.unpriced(column.unpriced)}
          </Typography.Text>
        )}
      </Flex>
      {column.cards.length === 0 ? (
        <Typography.Text type="secondary">{texts.emptyColumn}</Typography.Text>
      ) : null}
      {column.cards.map((line) => (
        <BoardCard key={line.opportunity} line={line} move={() => move(line)} />
      ))}
      {column.count > column.cards.length ? (
        <Button size="small" type="link" onClick={more} style={{ whiteSpace: "normal", height: "auto" }}>
          {texts.moreCards(column.count - column.cards.length)}
        </Button>
      ) : null}
    </Flex>
  );
}

function BoardCard({ line, move }: { line: OpportunityLine; move: () => void }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  return (
    <Card size="small" styles={{ body: { padding: 8 } }}>
      <Flex vertical gap={2}>
        <Link
          to={`/opportunities/${encodeURIComponent(line.opportunity)}`}
          style={{ overflowWrap: "anywhere", fontWeight: 600 }}
        >
          {line.key ? <StarFilled aria-label={texts.key} style={{ marginInlineEnd: 4 }} /> : null}
          {line.title}
        </Link>
        <Typography.Text type="secondary" ellipsis={{ tooltip: line.customerName }}>
          {line.customerName}
        </Typography.Text>
        {line.amount === null ? null : <Typography.Text>{money(line.amount)}</Typography.Text>}
        <Typography.Text type="secondary">{texts.card(line.age, line.inStage)}</Typography.Text>
        <Flex justify="space-between" align="center" gap={4}>
          <Flex gap={4} wrap style={{ minWidth: 0 }}>
            {line.engineerName === null ? null : (
              <Typography.Text ellipsis style={{ maxWidth: 90 }}>
                {line.engineerName}
              </Typography.Text>
            )}
            {line.tickets === 0 ? null : <Tag>{texts.ticketCount(line.tickets)}</Tag>}
            <CheckpointTag line={line} />
          </Flex>
          {may("moveOpportunity", line.unit) ? (
            <Button size="small" onClick={move} aria-label={texts.moveOf(line.title)}>
              {texts.move}
            </Button>
          ) : null}
        </Flex>
      </Flex>
    </Card>
  );
}
