// Tickets: found, sorted and turned over a page at a time by the core.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Segmented, Space } from "antd";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { call, useTransport } from "../../shared/transport";
import { isNarrowed, SCOPE_NAMES, SCOPES, type Scope, type TicketFilter, ticketsRequest } from "./filter";
import { FilterBar } from "./FilterBar";
import { ListFiles } from "./ListFiles";
import { RegisterDialog } from "./RegisterDialog";
import { SavedViews } from "./SavedViews";
import { TEXTS } from "./texts";
import { pathOf, TicketTable } from "./TicketTable";
import { useTicketFilter } from "./useTicketFilter";

const PAGE = 50;

export function TicketList() {
  const texts = usePick(TEXTS);
  const transport = useTransport();
  const go = useNavigate();
  const { unit } = useInView();
  const may = useMay();
  const [filter, setFilter] = useTicketFilter();
  const [page, setPage] = useState(1);
  const [registering, setRegistering] = useState(false);
  const change = (next: Partial<TicketFilter>) => {
    setFilter({ ...filter, ...next });
    setPage(1);
  };
  const text = usePaused(filter.text);
  const types = useRead("ticketTypes", { unit: filter.unit ?? unit }, unit !== "");
  const registered = useRead("ticketTypes", { unit }, unit !== "" && registering);
  const request = { ...ticketsRequest({ ...filter, text }), offset: (page - 1) * PAGE, limit: PAGE };
  const list = useQuery({
    queryKey: ["tickets", request],
    queryFn: () => call(transport, "tickets", request),
    placeholderData: keepPreviousData,
  });
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  const nothing = list.data?.total === 0 && !isNarrowed(filter);
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Segmented
          value={filter.scope}
          onChange={(scope: Scope) => change({ scope })}
          options={SCOPE_NAMES.filter(
            (name) => name === filter.scope || (SCOPES as readonly string[]).includes(name),
          ).map((value) => ({
            value,
            label: texts.scopes[value],
          }))}
        />
        <Space wrap>
          <ListFiles filter={filter} />
          {may("registerTicket") ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRegistering(true)}>
              {texts.register}
            </Button>
          ) : null}
        </Space>
      </Flex>
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <FilterBar filter={filter} change={change} types={types.data ?? []} total={list.data?.total ?? 0}>
          {/* Of the list alone: the board knows neither scope nor order, and would show something else under the name. */}
          <SavedViews filter={filter} show={change} />
        </FilterBar>
        {nothing ? (
          <NothingYet what={texts.none} first={texts.noneHelp} />
        ) : (
          <TicketTable
            list={list.data}
            loading={list.isPending}
            filter={filter}
            sort={change}
            page={page}
            size={PAGE}
            turn={setPage}
          />
        )}
      </Card>
      {registering ? (
        <RegisterDialog
          types={registered.data ?? []}
          close={(ticket) => {
            setRegistering(false);
            if (ticket !== null) void go(pathOf(ticket));
          }}
        />
      ) : null}
    </Flex>
  );
}
