// 操作日志: who did what and when, in plain words; the details of an act when one asks for them.
import {
  Button,
  Card,
  DatePicker,
  Descriptions,
  Drawer,
  Flex,
  Input,
  Select,
  Skeleton,
  Typography,
} from "antd";
import { CalmTable } from "../../shared/CalmTable";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { JournalLine } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { useMarks } from "../../shared/marks";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { fewPages } from "../../shared/pages";
import { call, useTransport } from "../../shared/transport";
import { hasWord, keysBelow, word } from "../../shared/words";
import { EVERYTHING, fieldsOf, gistOf, journalRequest, type JournalFilter } from "./journalFilter";
import { TEXTS } from "./texts";

/** Acts read at once. */
const PAGE = 200;

export default function Journal() {
  const marks = useMarks();
  const { journal: texts, looking } = usePick(TEXTS);
  const { language } = usePreference();
  const transport = useTransport();
  const [filter, setFilter] = useState<JournalFilter>(EVERYTHING);
  const looked = usePaused(filter.text);
  const [shown, setShown] = useState<JournalLine | null>(null);
  const { units } = useInView();
  const unitNames = new Map(units.map(({ code, name }) => [code, name]));
  const request = journalRequest({ ...filter, text: looked }, PAGE);
  const journal = useInfiniteQuery({
    queryKey: ["journal", "pages", request],
    queryFn: ({ pageParam }) => call(transport, "journal", { ...request, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: fewPages,
  });
  // A code that the program has words for is said in them.
  const said = (key: string, value: string) =>
    hasWord(language, `${key}.${value}`) ? word(language, `${key}.${value}`) : value;
  const say = (kind: string) => word(language, `event.${kind}`);
  const kinds = useMemo(
    () =>
      keysBelow(language, "event.")
        .map((value) => ({ value, label: word(language, `event.${value}`) }))
        .sort((a, b) => a.label.localeCompare(b.label, "zh-CN")),
    [language],
  );
  if (journal.isPending) return <Skeleton active />;
  if (journal.isError) return <Failure error={journal.error} retry={() => journal.refetch()} />;
  const change = (next: Partial<JournalFilter>) => setFilter((before) => ({ ...before, ...next }));
  const { pages } = journal.data;
  const lines = pages.flatMap((page) => page.lines);
  return (
    <Card
      size="small"
      title={texts.title}
      extra={
        <Typography.Text type="secondary" role="status">
          {journal.isPlaceholderData ? looking : texts.count(lines.length, !journal.hasNextPage)}
        </Typography.Text>
      }
      styles={{ body: { padding: 0 } }}
    >
      <Flex gap="small" wrap style={{ padding: 12 }}>
        <Input.Search
          aria-label={texts.find}
          placeholder={texts.find}
          allowClear
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
          style={{ width: 210 }}
        />
        <Select
          allowClear
          aria-label={texts.person}
          placeholder={texts.person}
          value={filter.account}
          onChange={(next: string | undefined) => change({ account: next ?? null })}
          showSearch={{ optionFilterProp: "label" }}
          options={(pages[0]?.accounts ?? []).map(({ account, name }) => ({
            value: account,
            label: name === account ? name : `${name}${marks.aside(account)}`,
          }))}
          popupMatchSelectWidth={240}
          style={{ width: 160 }}
        />
        <Select
          mode="multiple"
          allowClear
          maxTagCount={1}
          aria-label={texts.kind}
          placeholder={texts.kind}
          value={filter.kinds}
          onChange={(next) => change({ kinds: next })}
          showSearch={{ optionFilterProp: "label" }}
          options={kinds}
          popupMatchSelectWidth={240}
          style={{ width: 200 }}
        />
        <DatePicker.RangePicker
          aria-label={texts.time}
          allowEmpty={[true, true]}
          onChange={(range) =>
            change({
              from: range?.[0]?.format("YYYY-MM-DD") ?? null,
              to: range?.[1]?.format("YYYY-MM-DD") ?? null,
            })
          }
          style={{ width: 240 }}
        />
      </Flex>
      <CalmTable
        size="small"
        virtual
        rowKey="hash"
        pagination={false}
        dataSource={lines}
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
          const near = scrollHeight - scrollTop - clientHeight < clientHeight;
          if (near && journal.hasNextPage && !journal.isFetching) void journal.fetchNextPage();
        }}
        scroll={{ x: 660, y: Math.max(240, window.innerHeight - 280) }}
        locale={{
          emptyText: (
            <Typography.Paragraph type="secondary" style={{ padding: 32, margin: 0 }}>
              {texts.none}
            </Typography.Paragraph>
          ),
        }}
        columns={[
          { title: texts.time, dataIndex: "at", width: 154 },
          { title: texts.person, dataIndex: "name", width: 92, ellipsis: true },
          { title: texts.kind, dataIndex: "kind", width: 160, ellipsis: true, render: say },
          {
            title: texts.about,
            dataIndex: "body",
            ellipsis: true,
            render: (body: unknown) =>
              gistOf(body)
                .map(({ key, value }) =>
                  key === "unit" ? (unitNames.get(value) ?? value) : said(key, value),
                )
                .join(" · "),
          },
          {
            key: "more",
            width: 76,
            render: (_, line) => (
              <Button size="small" type="link" onClick={() => setShown(line)}>
                {texts.details}
              </Button>
            ),
          },
        ]}
      />
      {journal.hasNextPage ? (
        <Flex justify="center" style={{ padding: 8 }}>
          <Button loading={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
            {texts.earlier}
          </Button>
        </Flex>
      ) : null}
      <Details line={shown} close={() => setShown(null)} />
    </Card>
  );
}

function Details({ line, close }: { line: JournalLine | null; close: () => void }) {
  const texts = usePick(TEXTS).journal;
  const { language } = usePreference();
  const label = (path: string[]) => path.map((key) => texts.keys[key] ?? key).join(" › ");
  // A code that the program has words for is said in them.
  const value = (path: string[], text: string) => {
    const key = `${path.at(-1) ?? ""}.${text}`;
    return hasWord(language, key) ? word(language, key) : text;
  };
  return (
    <Drawer
      open={line !== null}
      onClose={close}
      size={520}
      title={line === null ? null : word(language, `event.${line.kind}`)}
    >
      {line === null ? null : (
        <Descriptions
          size="small"
          column={1}
          bordered
          styles={{ label: { width: 170 } }}
          items={[
            { key: "seq", label: texts.seq, children: line.seq },
            { key: "at", label: texts.time, children: line.at },
            { key: "name", label: texts.person, children: line.name },
            ...fieldsOf(line.body).map(({ path, value: text }) => ({
              key: `body.${path.join(".")}`,
              label: label(path),
              children: <span style={{ overflowWrap: "anywhere" }}>{value(path, text)}</span>,
            })),
            {
              key: "hash",
              label: texts.hash,
              children: (
                <Typography.Text code copyable style={{ overflowWrap: "anywhere" }}>
                  {line.hash}
                </Typography.Text>
              ),
            },
          ]}
        />
      )}
    </Drawer>
  );
}
