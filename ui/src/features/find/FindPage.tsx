// 查找: what is written anywhere, as one types; where the words stand is shown, and a click leads there.
import { useInfiniteQuery, keepPreviousData } from "@tanstack/react-query";
import { Alert, Button, Card, Checkbox, DatePicker, Flex, Input, Segmented, Typography } from "antd";
import dayjs from "dayjs";
import { useSearchParams } from "react-router";
import type { FindWords } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useKeptFilter } from "../../shared/keptFilter";
import { NothingYet } from "../../shared/NothingYet";
import { fewPages } from "../../shared/pages";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { call, useTransport } from "../../shared/transport";
import { UnitFilter } from "../../shared/UnitFilter";
import { FoundList } from "./FoundList";
import { TEXTS } from "./texts";

/** Hits read at once. */
const PAGE = 50;
/** How long to wait before asking again while texts are being indexed, ms. */
const AGAIN_MS = 300;

interface Filter {
  unit: string | null;
  kind: string | null;
  from: string | null;
  until: string | null;
  inTitle: boolean;
}

const everything = (unit: string | null): Filter => ({
  unit,
  kind: null,
  from: null,
  until: null,
  inTitle: false,
});

export default function FindPage() {
  const texts = usePick(TEXTS);
  const transport = useTransport();
  // The words stand in the address: whoever comes back from a hit finds the list again.
  const [address, setAddress] = useSearchParams();
  const words = address.get("words") ?? "";
  const [filter, setFilter] = useKeptFilter("find.filter", everything);
  const change = (next: Partial<Filter>) => setFilter({ ...filter, ...next });
  const { kind, ...narrowed } = filter;
  const asked = usePaused({ ...narrowed, words: words.trim(), kinds: kind === null ? [] : [kind] });
  const answer = useInfiniteQuery({
    queryKey: ["findWords", asked],
    queryFn: ({ pageParam }) => {
      const request: FindWords = { ...asked, offset: pageParam, limit: PAGE };
      return call(transport, "findWords", request);
    },
    initialPageParam: 0,
    getNextPageParam: (last, _, offset) => (offset + PAGE < last.total ? offset + PAGE : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages[0]?.behind ?? 0) > 0 ? AGAIN_MS : false),
    refetchOnWindowFocus: fewPages,
  });
  const first = answer.data?.pages[0];
  const counts = first?.counts ?? [];
  const day = (text: string | null) => (text === null ? null : dayjs(text));
  return (
    <Flex vertical gap="small">
      <Input.Search
        autoFocus
        size="large"
        aria-label={texts.words}
        placeholder={texts.words}
        allowClear
        loading={answer.isFetching}
        value={words}
        onChange={({ target }) =>
          setAddress(target.value === "" ? {} : { words: target.value }, { replace: true })
        }
      />
      <Typography.Text type="secondary">{texts.hint}</Typography.Text>
      <Flex wrap gap="small" align="center">
        <UnitFilter
          label={texts.unit}
          hint={texts.allUnits}
          value={filter.unit}
          onChange={(unit) => change({ unit })}
        />
        <DatePicker.RangePicker
          aria-label={texts.days}
          allowEmpty
          placeholder={[texts.from, texts.until]}
          value={[day(filter.from), day(filter.until)]}
          onChange={(days) =>
            change({
              from: days?.[0]?.format("YYYY-MM-DD") ?? null,
              until: days?.[1]?.format("YYYY-MM-DD") ?? null,
            })
          }
          style={{ width: 250 }}
        />
        <Checkbox checked={filter.inTitle} onChange={({ target }) => change({ inTitle: target.checked })}>
          {texts.inTitle}
        </Checkbox>
      </Flex>
      {asked.words === "" ? null : (
        <Flex wrap gap="small" align="center">
          <Segmented
            aria-label={texts.kinds}
            value={kind ?? ""}
            onChange={(chosen) => change({ kind: chosen === "" ? null : chosen })}
            options={[
              { value: "", label: texts.all(counts.reduce((sum, { count }) => sum + count, 0)) },
              ...counts.map(({ kind: one, count }) => ({
                value: one,
                label: texts.of(texts.kind[one] ?? one, count),
              })),
            ]}
          />
          <Typography.Text type="secondary" role="status">
            {texts.total(first?.total ?? 0)}
          </Typography.Text>
        </Flex>
      )}
      {(first?.behind ?? 0) > 0 ? (
        <Alert type="info" showIcon title={texts.behind(first?.behind ?? 0)} />
      ) : null}
      {(first?.unread ?? 0) > 0 ? (
        <Alert type="info" showIcon title={texts.unread(first?.unread ?? 0)} />
      ) : null}
      {answer.isError ? (
        <Failure error={answer.error} retry={() => answer.refetch()} />
      ) : (
        <Card size="small">
          {asked.words === "" ? (
            <NothingYet what={texts.ask} first={texts.askHelp} />
          ) : first?.total === 0 ? (
            <NothingYet what={texts.none} first={texts.noneHelp} />
          ) : (
            <FoundList lines={answer.data?.pages.flatMap(({ lines }) => lines) ?? []} />
          )}
          {answer.hasNextPage ? (
            <Button block loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
              {texts.more}
            </Button>
          ) : null}
        </Card>
      )}
    </Flex>
  );
}
