// Customers: found and turned over a page at a time by the core, with what hangs on each.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Input, Select, Table, Typography } from "antd";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import type { CustomerLine } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useKeptFilter } from "../../shared/keptFilter";
import { NothingYet } from "../../shared/NothingYet";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { SavedViews } from "../../shared/savedViews/SavedViews";
import { useMay } from "../../shared/session";
import { call, useTransport } from "../../shared/transport";
import { UnitFilter } from "../../shared/UnitFilter";
import { useRead } from "../../shared/useCase";
import { RegisterCustomerDialog } from "./CustomerDialog";
import { type CustomerFilter, customersRequest, everyCustomer, readFilter } from "./filter";
import { ListFiles } from "./ListFiles";
import { TEXTS } from "./texts";

const PAGE = 50;

export function CustomerList() {
  const texts = usePick(TEXTS);
  const transport = useTransport();
  const go = useNavigate();
  const may = useMay();
  const [filter, setFilter] = useKeptFilter("customers.filter", everyCustomer);
  const [page, setPage] = useState(1);
  const [registering, setRegistering] = useState(false);
  const change = (next: Partial<CustomerFilter>) => {
    setFilter({ ...filter, ...next });
    setPage(1);
  };
  const text = usePaused(filter.text);
  const form = useRead("customerForm", {});
  const request = { ...customersRequest({ ...filter, text }), offset: (page - 1) * PAGE, limit: PAGE };
  const list = useQuery({
    queryKey: ["customers", request],
    queryFn: () => call(transport, "customers", request),
    placeholderData: keepPreviousData,
  });
  const { columns } = texts;
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  const number = (key: "contacts" | "open" | "won" | "tickets", width: number) => ({
    title: columns[key],
    dataIndex: key,
    width,
    align: "right" as const,
  });
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Flex wrap gap="small" align="center">
          <Input.Search
            aria-label={texts.find}
            placeholder={texts.find}
            allowClear
            value={filter.text}
            onChange={(event) => change({ text: event.target.value })}
            style={{ width: 230 }}
          />
          <UnitFilter
            label={texts.unit}
            hint={texts.allUnits}
            value={filter.unit}
            onChange={(unit) => change({ unit })}
          />
          <Select
            aria-label={texts.sector}
            allowClear
            placeholder={texts.allSectors}
            value={filter.sector}
            onChange={(sector: string | undefined) => change({ sector: sector ?? null })}
            options={(form.data?.sectors ?? []).map((value) => ({ value, label: value }))}
            style={{ width: 130 }}
          />
          <SavedViews
            name="customers.views"
            filter={filter}
            read={readFilter}
            request={customersRequest}
            show={change}
          />
          <Typography.Text type="secondary" role="status">
            {texts.total(list.data?.total ?? 0)}
          </Typography.Text>
        </Flex>
        <Flex gap="small">
          <ListFiles filter={{ ...filter, text }} />
          {may("registerCustomer") ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRegistering(true)}>
              {texts.register}
            </Button>
          ) : null}
        </Flex>
      </Flex>
      <Card size="small" styles={{ body: { padding: 0 } }}>
        {list.data !== undefined &&
        list.data.total === 0 &&
        filter.text.trim() === "" &&
        filter.sector === null ? (
          <NothingYet what={texts.none} first={texts.noneHelp} />
        ) : (
          <Table<CustomerLine>
            size="small"
            rowKey="customer"
            loading={list.isPending}
            dataSource={list.data?.lines ?? []}
            scroll={{ x: 900 }}
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
                title: columns.customer,
                dataIndex: "customer",
                width: 140,
                render: (customer: string) => (
                  <Link
                    to={`/customers/${encodeURIComponent(customer)}`}
                    style={{ textDecoration: "underline", whiteSpace: "nowrap" }}
                  >
                    {customer}
                  </Link>
                ),
              },
              { title: columns.name, dataIndex: "name" },
              { title: columns.sector, dataIndex: "sector", width: 110 },
              { title: columns.grade, dataIndex: "grade", width: 100 },
              number("contacts", 76),
              number("open", 104),
              number("won", 90),
              number("tickets", 70),
            ]}
          />
        )}
      </Card>
      {registering ? (
        <RegisterCustomerDialog
          close={(customer) => {
            setRegistering(false);
            if (customer !== null) void go(`/customers/${encodeURIComponent(customer)}`);
          }}
        />
      ) : null}
    </Flex>
  );
}
