// 审批: what waits for oneself, what one submitted, and all that one may see.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Card, Flex, Segmented, Select, Table, Typography } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { ApprovalLine } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useMarks } from "../../shared/marks";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { call, useTransport } from "../../shared/transport";
import { ApprovalTag } from "./ApprovalTag";
import { TEXTS } from "./texts";

const PAGE = 50;
const WHOSE = ["mine", "submitted", "all"];
const STATES = ["running", "published", "returned", "withdrawn", "lapsed"];

export function ApprovalsPage() {
  const texts = usePick(TEXTS);
  const marks = useMarks();
  const transport = useTransport();
  const [address, setAddress] = useSearchParams();
  const [page, setPage] = useState(1);
  const whose = WHOSE.find((one) => one === address.get("whose")) ?? "mine";
  const state = STATES.find((one) => one === address.get("state")) ?? null;
  const change = (next: Record<string, string | null>) => {
    const all = Object.entries({ whose, state, ...next });
    setAddress(all.flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]])));
    setPage(1);
  };
  const request = {
    whose: whose === "all" ? null : whose,
    state: whose === "mine" ? null : state,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  };
  const list = useQuery({
    queryKey: ["approvals", request],
    queryFn: () => call(transport, "approvals", request),
    placeholderData: keepPreviousData,
  });
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  const { columns } = texts;
  const counts: Record<string, number | undefined> = {
    mine: list.data?.counts.mine,
    submitted: list.data?.counts.submitted,
  };
  const label = (one: string) => {
    const count = counts[one];
    return count === undefined || count === 0 ? texts.whose[one] : `${texts.whose[one]} ${count}`;
  };
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Flex wrap align="center" gap="small">
          <Link to="/documents" style={{ textDecoration: "underline" }}>
            {texts.back}
          </Link>
          <Segmented
            aria-label={texts.title}
            value={whose}
            options={WHOSE.map((one) => ({ value: one, label: label(one) }))}
            onChange={(next) => change({ whose: String(next) })}
          />
          {whose === "mine" ? null : (
            <Select
              aria-label={texts.state}
              allowClear
              placeholder={texts.allStates}
              value={state}
              onChange={(next: string | undefined) => change({ state: next ?? null })}
              options={STATES.map((one) => ({ value: one, label: texts.states[one] }))}
              style={{ width: 130 }}
            />
          )}
        </Flex>
        <Typography.Text type="secondary" role="status">
          {texts.total(list.data?.total ?? 0)}
        </Typography.Text>
      </Flex>
      <Card size="small" styles={{ body: { padding: 0 } }}>
        {list.data !== undefined && list.data.total === 0 ? (
          <NothingYet what={texts.none} first={texts.noneHelp} />
        ) : (
          <Table<ApprovalLine>
            size="small"
            rowKey={({ document, number }) => `${document}/${number}`}
            loading={list.isPending}
            dataSource={list.data?.lines ?? []}
            scroll={{ x: 760 }}
            pagination={{
              current: page,
              pageSize: PAGE,
              total: list.data?.total ?? 0,
              showSizeChanger: false,
              hideOnSinglePage: true,
              onChange: setPage,
            }}
            columns={[
              {
                title: columns.document,
                dataIndex: "title",
                render: (title: string | null, { document, version }) => (
                  <Flex vertical gap={2} style={{ minWidth: 160 }}>
                    <Link
                      to={`/documents/${encodeURIComponent(document)}`}
                      style={{ textDecoration: "underline", overflowWrap: "anywhere" }}
                    >
                      {title ?? texts.erased}
                    </Link>
                    <Typography.Text type="secondary">{`${document} ${texts.version(version)}`}</Typography.Text>
                  </Flex>
                ),
              },
              {
                title: columns.stage,
                dataIndex: "stage",
                render: (stage: string, { state: stands, passed, stages }) => (
                  <Flex vertical gap={2} align="flex-start">
                    <ApprovalTag state={stands} />
                    <span>{texts.passed(stage, passed, stages)}</span>
                  </Flex>
                ),
              },
              {
                title: columns.waiting,
                dataIndex: "waiting",
                render: (waiting: (string | null)[], { since, remindedOn, state: stands }) =>
                  stands === "running" ? (
                    <Flex vertical gap={2}>
                      <span>{waiting.map((who) => who ?? texts.outside).join(marks.list)}</span>
                      {since === null ? null : (
                        <Typography.Text type="secondary">{texts.since(since.slice(0, 16))}</Typography.Text>
                      )}
                      {remindedOn === null ? null : (
                        <Typography.Text type="secondary">{texts.remindedOn(remindedOn)}</Typography.Text>
                      )}
                    </Flex>
                  ) : (
                    "—"
                  ),
              },
              {
                title: columns.submitted,
                dataIndex: "submitter",
                width: 140,
                render: (who: string, { submittedAt }) => (
                  <Flex vertical>
                    <span>{who}</span>
                    <Typography.Text type="secondary">{submittedAt.slice(0, 16)}</Typography.Text>
                  </Flex>
                ),
              },
              {
                title: columns.changed,
                dataIndex: "changedAt",
                width: 140,
                render: (at: string) => at.slice(0, 16),
              },
            ]}
          />
        )}
      </Card>
    </Flex>
  );
}
