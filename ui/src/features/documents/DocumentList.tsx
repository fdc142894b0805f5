// Documents: found, sorted and turned over a page at a time by the core.
import { ExportOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Button, Card, Flex, Table, Tag, Typography } from "antd";
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { DocumentLine } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { TEXTS as FILES } from "../../shared/files/texts";
import { useExport } from "../../shared/files/useExport";
import { useKeptFilter } from "../../shared/keptFilter";
import { NothingYet } from "../../shared/NothingYet";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { call, useTransport } from "../../shared/transport";
import { useRead } from "../../shared/useCase";
import { AboutLink, DocumentTags, documentPlace } from "./DocumentTags";
import { FilterBar } from "./FilterBar";
import {
  type DocumentFilter,
  documentsRequest,
  everyDocument,
  FIRST_SORT,
  isNarrowed,
  ofAbout,
  STATES,
  SORTS,
} from "./filter";
import { TEXTS } from "./texts";

const PAGE = 50;
/** How long to wait before asking again while texts are being indexed, ms. */
const AGAIN_MS = 300;

export function DocumentList() {
  const texts = usePick(TEXTS);
  const files = usePick(FILES);
  const transport = useTransport();
  const today = useToday();
  const [address, setAddress] = useSearchParams();
  const [filter, setFilter] = useKeptFilter("documents.filter", everyDocument);
  const [page, setPage] = useState(1);
  const change = (next: Partial<DocumentFilter>) => {
    setFilter({ ...filter, ...next });
    setPage(1);
  };
  // What a page links to comes first, and is kept like what was chosen here.
  const about = address.get("about");
  const state = STATES.find((one) => one === address.get("state"));
  useEffect(() => {
    if (about !== null) setFilter(ofAbout(about));
    else if (state !== undefined) setFilter({ ...everyDocument(null), state });
    else return;
    setAddress({}, { replace: true });
  }, [about, state, setFilter, setAddress]);
  const text = usePaused(filter.text);
  const asked = documentsRequest({ ...filter, text });
  const request = { ...asked, offset: (page - 1) * PAGE, limit: PAGE };
  const list = useQuery({
    queryKey: ["documents", request],
    queryFn: () => call(transport, "documents", request),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.behind ?? 0) > 0 ? AGAIN_MS : false),
  });
  const waiting = useRead("approvals", { whose: "mine", offset: 0, limit: 1 });
  const { save, isPending } = useExport("exportDocuments");
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  const { columns } = texts;
  const behind = list.data?.behind ?? 0;
  const arrow = (key: string) => {
    if (SORTS[key] !== filter.by) return null;
    return filter.descending ? ("descend" as const) : ("ascend" as const);
  };
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <FilterBar filter={filter} change={change} />
        <Flex gap="small" align="center">
          <Typography.Text type="secondary" role="status">
            {texts.total(list.data?.total ?? 0)}
          </Typography.Text>
          <Link to="/documents/approvals" style={{ textDecoration: "underline", whiteSpace: "nowrap" }}>
            {texts.approvals(waiting.data?.counts.mine ?? 0)}
          </Link>
          <Button
            icon={<ExportOutlined aria-hidden />}
            loading={isPending}
            onClick={() =>
              void save({
                title: texts.exportTitle,
                kind: { name: files.sheet, extensions: ["xlsx"] },
                proposed: texts.exportName(today),
                request: (out) => ({ list: { ...asked, offset: 0, limit: null }, out }),
              })
            }
          >
            {texts.exporting}
          </Button>
        </Flex>
      </Flex>
      {behind > 0 ? <Alert type="info" showIcon title={texts.behind(behind)} /> : null}
      <Card size="small" styles={{ body: { padding: 0 } }}>
        {list.data !== undefined && list.data.total === 0 ? (
          isNarrowed(filter) ? (
            <NothingYet what={texts.nothing} first={texts.nothingHelp} />
          ) : (
            <NothingYet what={texts.none} first={texts.noneHelp} />
          )
        ) : (
          <Table<DocumentLine>
            size="small"
            rowKey="document"
            loading={list.isPending}
            dataSource={list.data?.lines ?? []}
            scroll={{ x: 800 }}
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
              const next = one?.order && by ? { by, descending: one.order === "descend" } : FIRST_SORT;
              if (next.by !== filter.by || next.descending !== filter.descending) change(next);
            }}
            columns={[
              {
                title: columns.number,
                dataIndex: "number",
                width: 122,
                sorter: true,
                sortOrder: arrow("number"),
                render: (number: string, { document }) => (
                  <Link
                    to={documentPlace(document)}
                    style={{ textDecoration: "underline", whiteSpace: "nowrap" }}
                  >
                    {number}
                  </Link>
                ),
              },
              {
                title: columns.title,
                dataIndex: "title",
                render: (title: string | null, line) => (
                  <Flex vertical gap={2} style={{ minWidth: 140 }}>
                    <span style={{ overflowWrap: "anywhere" }}>{title ?? texts.erased}</span>
                    <span>
                      <DocumentTags line={line} />
                      {line.tags.map((tag) => (
                        <Tag key={tag} variant="outlined">
                          {tag}
                        </Tag>
                      ))}
                    </span>
                  </Flex>
                ),
              },
              {
                title: columns.class,
                dataIndex: "categoryName",
                width: 110,
                render: (category: string, { kindName }) => kindName ?? category,
              },
              {
                title: columns.about,
                dataIndex: "aboutKey",
                width: 150,
                render: (_, line) => <AboutLink line={line} />,
              },
              { title: columns.versions, dataIndex: "versions", width: 60, align: "right" },
              {
                title: columns.filed,
                dataIndex: "filedOn",
                width: 104,
                sorter: true,
                sortOrder: arrow("filedOn"),
                render: (day: string, { filedBy }) => (
                  <Flex vertical>
                    <span style={{ whiteSpace: "nowrap" }}>{day}</span>
                    <Typography.Text type="secondary">{filedBy}</Typography.Text>
                  </Flex>
                ),
              },
              {
                title: columns.valid,
                dataIndex: "validUntil",
                width: 104,
                sorter: true,
                sortOrder: arrow("validUntil"),
                render: (day: string | null) => day ?? "—",
              },
            ]}
          />
        )}
      </Card>
    </Flex>
  );
}
