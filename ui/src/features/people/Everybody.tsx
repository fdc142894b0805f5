// Every stay of an engineer in a unit, found and put in order by the program, read as one scrolls.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Flex, Skeleton, Tag, type TableRef } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import type { PersonView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { fewPages } from "../../shared/pages";
import { call, useTransport } from "../../shared/transport";
import { ListCard } from "../settings/ListCard";
import { TONES } from "./person";
import { PersonLink } from "./PersonLink";
import { EVERYBODY, filterOf, isSought, peopleRequest, STANDINGS } from "./peopleFilter";
import { Rehearsal } from "./Rehearsal";
import { TEXTS } from "./texts";

/** Stays read at once. */
const PAGE = 200;

export function Everybody() {
  const words = usePick(TEXTS);
  const texts = words.list;
  const transport = useTransport();
  const { units } = useInView();
  const [find, setFind] = useState("");
  const [filter, setFilter] = useState(EVERYBODY);
  const looked = usePaused(find);
  const request = peopleRequest(looked, filter, PAGE);
  const people = useInfiniteQuery({
    queryKey: ["people", "pages", request],
    queryFn: ({ pageParam }) => call(transport, "people", { ...request, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ lines, found }, _, offset) => {
      const next = offset + lines.length;
      return lines.length > 0 && next < found ? next : null;
    },
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: fewPages,
  });
  const pages = people.data?.pages;
  const rows = useMemo(() => pages?.flatMap(({ lines }) => lines), [pages]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const table = useRef<TableRef>(null);
  const asked = JSON.stringify(request);
  useEffect(() => table.current?.scrollTo({ top: 0 }), [asked]);
  if (people.isPending) return <Skeleton active />;
  if (people.isError) return <Failure error={people.error} retry={() => people.refetch()} />;
  const { present = 0, all = 0, found = 0 } = pages?.[0] ?? {};
  const sought = isSought(request);
  const told = sought ? texts.found(found) : "";
  const [first] = rows ?? [];
  return (
    <>
      <ListCard
        title={texts.title(present, all)}
        find={find}
        setFind={setFind}
        hint={texts.find}
        width={728}
        above={40}
        sought={sought}
        status={people.isPlaceholderData ? texts.looking : told}
        more={
          people.hasNextPage ? { read: () => void people.fetchNextPage(), busy: people.isFetching } : null
        }
        table={table}
        onChange={(_, filters, sorter) => setFilter(filterOf(filters, sorter))}
        rowKey={(person) => `${person.staffNo} ${person.unit} ${person.arrivedOn}`}
        dataSource={rows}
        columns={[
          { title: texts.staffNo, key: "staffNo", dataIndex: "staffNo", width: 88, sorter: true },
          {
            title: texts.name,
            key: "name",
            dataIndex: "name",
            width: 88,
            ellipsis: true,
            sorter: true,
            render: (name: string, { staffNo }) => <PersonLink staffNo={staffNo} name={name} />,
          },
          {
            title: texts.unit,
            key: "unit",
            dataIndex: "unit",
            width: 140,
            ellipsis: true,
            filters: [...names].map(([value, text]) => ({ value, text })),
            filterSearch: true,
            render: (unit: string) => names.get(unit) ?? unit,
          },
          { title: texts.post, dataIndex: "post", width: 120, ellipsis: true, render: (post) => post ?? "—" },
          {
            title: texts.phone,
            dataIndex: "phone",
            responsive: ["xl"],
            width: 120,
            render: (phone) => phone ?? "—",
          },
          { title: texts.arrived, key: "arrivedOn", dataIndex: "arrivedOn", width: 104, sorter: true },
          {
            title: texts.left,
            key: "leftOn",
            dataIndex: "leftOn",
            width: 104,
            filters: [
              { value: "here", text: texts.here },
              { value: "gone", text: texts.gone },
            ],
            render: (leftOn: string | null) => leftOn ?? "—",
          },
          {
            title: texts.standing,
            key: "standing",
            dataIndex: "standing",
            width: 136,
            filters: STANDINGS.map((value) => ({
              value,
              text: value === "lacking" ? texts.lacking : words.standings[value],
            })),
            render: (standing: PersonView["standing"], { lacking }) => (
              <Flex gap={4}>
                <Tag color={TONES[standing]}>{words.standings[standing]}</Tag>
                {lacking ? <Tag color="red">{words.papers.missing}</Tag> : null}
              </Flex>
            ),
          },
        ]}
      />
      {first === undefined ? null : <Rehearsal staffNo={first.staffNo} />}
    </>
  );
}
