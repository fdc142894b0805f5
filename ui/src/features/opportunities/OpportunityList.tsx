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
import { OutcomeTag } from "./OutcomeTag";
import type { Sought } from "./Pipeline";
import { TEXTS } from "./texts";

const SCOPES = ["open", "ended", "all"] as const;
type Scope = (typeof SCOPES)[number];
const ENDED: Record<Scope, boolean | null> = { open: false, ended: true, all: null };

/** Column by column, what the core sorts by. */
const SORTS: Record<string, string> = {
  opportunity: "number",
  amount: "amount",
  expectedOn: "expected",
  inStage: "since",
};
const PAGE = 50;

export function OpportunityList({ sought }: { sought: Sought }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const transport = useTransport();
  const [scope, setScope] = useState<Scope>("open");
  const [sort, setSort] = useState({ by: "number", descending: true });
  const [page, setPage] = useState(1);
  const request = {
    ...sought,
    stages: [],
    ended: ENDED[scope],
    customer: null,
    sort: sort.by,
    descending: sort.descending,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  };
  const list = useQuery({
    queryKey: ["opportunities", request],
    queryFn: () => call(transport, "opportunities", request),
    placeholderData: keepPreviousData,
  });
  const { columns } = texts;
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  const arrow = (key: string) => {
    if (SORTS[key] !== sort.by) return null;
    return sort.descending ? ("descend" as const) : ("ascend" as const);
  };
  const looked = sought.text !== "" || sought.class !== null || sought.engineer !== null;
  return (
    <Card size="small" styles={{ body: { padding: 0 } }}>
      <Flex wrap gap="small" align="center" style={{ padding: 12 }}>
        <Segmented
          value={scope}
          onChange={(next: Scope) => {
            setScope(next);
            setPage(1);
          }}
          options={SCOPES.map((value) => ({ value, label: texts.scopes[value] }))}
        />
        <Typography.Text type="secondary" role="status">
          {texts.total(list.data?.total ?? 0)}
        </Typography.Text>
      </Flex>
      {list.data !== undefined && list.data.total === 0 && !looked ? (
        <NothingYet what={texts.none} first={texts.noneHelp} />
      ) : (
        <Table<OpportunityLine>
          size="small"
          rowKey="opportunity"
          loading={list.isPending}
          dataSource={list.data?.lines ?? []}
          scroll={{ x: 980 }}
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
              render: (title: string, { customerName, key }) => (
                <Flex vertical style={{ minWidth: 200 }}>
                  <span>
                    {key ? <Tag color="gold">{texts.key}</Tag> : null}
                    {title}
                  </span>
                  <Typography.Text type="secondary">{customerName}</Typography.Text>
                </Flex>
              ),
            },
            { title: columns.class, dataIndex: "class", width: 110, ellipsis: true },
            {
              title: columns.stage,
              dataIndex: "stage",
              width: 150,
              render: (stage: string, { outcome }) =>
                outcome === null ? (
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
