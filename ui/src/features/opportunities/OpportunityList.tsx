// Opportunities: found, sorted and turned over a page at a time by the core.
import { Card, Flex, Segmented, Table, Tag, Typography } from "antd";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { OpportunityLine } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { call, useTransport } from "../../shared/transport";
import { word } from "../../shared/words";
import {
  FIRST_SORT,
  isNarrowed,
  type OpportunityFilter,
  opportunitiesRequest,
  SCOPES,
  type Scope,
  SORTS,
} from "./filter";
import { CheckpointTag } from "./CheckpointTag";
import { ListFiles } from "./ListFiles";
import { OutcomeTag } from "./OutcomeTag";
import { TEXTS } from "./texts";

const PAGE = 50;

interface OpportunityListProps {
  filter: OpportunityFilter;
  change: (next: Partial<OpportunityFilter>) => void;
}

export function OpportunityList({ filter, change }: OpportunityListProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const transport = useTransport();
  const asked = opportunitiesRequest(filter);
  const shown = JSON.stringify(asked);
  // Another filter begins at its first page.
  const [turned, setTurned] = useState({ shown, page: 1 });
  const page = turned.shown === shown ? turned.page : 1;
  const request = { ...asked, offset: (page - 1) * PAGE, limit: PAGE };
  const list = useQuery({
    queryKey: ["opportunities", request],
    queryFn: () => call(transport, "opportunities", request),
    placeholderData: keepPreviousData,
  });
  const { columns } = texts;
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  const arrow = (key: string) => {
    if (SORTS[key] !== filter.by) return null;
    return filter.descending ? ("descend" as const) : ("ascend" as const);
  };
  return (
    <Card size="small" styles={{ body: { padding: 0 } }}>
      <Flex wrap gap="small" align="center" justify="space-between" style={{ padding: 12 }}>
        <Flex wrap gap="small" align="center">
          <Segmented
            value={filter.scope}
            onChange={(scope: Scope) => change({ scope })}
            options={SCOPES.map((value) => ({ value, label: texts.scopes[value] }))}
          />
          <Typography.Text type="secondary" role="status">
            {texts.total(list.data?.total ?? 0)}
          </Typography.Text>
        </Flex>
        <ListFiles filter={filter} />
      </Flex>
      {list.data !== undefined && list.data.total === 0 && !isNarrowed(filter) ? (
        <NothingYet what={texts.none} first={texts.noneHelp} />
      ) : (
        <Table<OpportunityLine>
          size="small"
          rowKey="opportunity"
          loading={list.isPending}
          dataSource={list.data?.lines ?? []}
          scroll={{ x: 1060 }}
          pagination={{
            current: page,
            pageSize: PAGE,
            total: list.data?.total ?? 0,
            showSizeChanger: false,
            hideOnSinglePage: true,
            onChange: (next) => setTurned({ shown, page: next }),
          }}
          onChange={(_, __, sorter) => {
            const one = Array.isArray(sorter) ? sorter[0] : sorter;
            const by = SORTS[String(one?.field ?? "")];
            change(one?.order && by ? { by, descending: one.order === "descend" } : FIRST_SORT);
          }}
          columns={[
            {
              title: columns.opportunity,
              dataIndex: "opportunity",
              width: 176,
              sorter: true,
              sortOrder: arrow("opportunity"),
              render: (opportunity: string) => (
                <Link
                  to={`/opportunities/${encodeURIComponent(opportunity)}`}
                  style={{ textDecoration: "underline", whiteSpace: "nowrap" }}
                >
                  {opportunity}
                </Link>
              ),
            },
            {
              title: columns.title,
              dataIndex: "title",
              render: (title: string, line) => (
                <Flex vertical style={{ minWidth: 200 }}>
                  <span>
                    {line.key ? <Tag color="gold">{texts.key}</Tag> : null}
                    {title}
                  </span>
                  <CheckpointTag line={line} />
                  <Typography.Text type="secondary">{line.customerName}</Typography.Text>
                </Flex>
              ),
            },
            { title: columns.class, dataIndex: "class", width: 110, ellipsis: true },
            {
              title: columns.stage,
              dataIndex: "stage",
              width: 150,
              render: (stage: string, { outcome, voided }) =>
                voided !== null ? (
                  word(language, `voidedFor.${voided}`)
                ) : outcome === null ? (
                  word(language, `pipelineStage.${stage}`)
                ) : (
                  <OutcomeTag outcome={outcome} />
                ),
            },
            {
              title: columns.amount,
              dataIndex: "amount",
              width: 140,
              align: "right",
              sorter: true,
              sortOrder: arrow("amount"),
              render: (amount: string | null, { deal }) => {
                const shown = deal ?? amount;
                return shown === null ? "—" : money(shown);
              },
            },
            { title: columns.engineer, dataIndex: "engineerName", width: 100, ellipsis: true },
            {
              title: columns.age,
              dataIndex: "inStage",
              width: 150,
              sorter: true,
              sortOrder: arrow("inStage"),
              render: (here: number, { age, outcome }) =>
                outcome === null ? texts.card(age, here) : texts.days(age),
            },
          ]}
        />
      )}
    </Card>
  );
}
