// One register: found, filtered and turned over a page at a time by the core, registered, exported.
import { ExportOutlined, PlusOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Card, Flex, Input, Segmented, Select, Space, Typography } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Failure } from "../../shared/Failure";
import { useExport } from "../../shared/files/useExport";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { SavedViews } from "../../shared/savedViews/SavedViews";
import { useMay, useSignedIn } from "../../shared/session";
import { useToday } from "../../shared/today";
import { call, useTransport } from "../../shared/transport";
import { useRead } from "../../shared/useCase";
import { UnitFilter } from "../../shared/UnitFilter";
import { FormTable } from "./FormTable";
import { RegisterDialog } from "./RegisterDialog";
import {
  type FormFilter,
  formPath,
  formsRequest,
  isNarrowed,
  readFilter,
  type Register,
  SCOPES,
  type Scope,
} from "./registers";
import { TEXTS } from "./texts";

const PAGE = 50;

interface RegisterListProps {
  /** Null for what is under way in all of them. */
  register: Register | null;
  begin?: Scope;
}

export function RegisterList({ register, begin = "all" }: RegisterListProps) {
  const texts = usePick(TEXTS);
  const transport = useTransport();
  const go = useNavigate();
  const today = useToday();
  const { unit, units } = useInView();
  const { session } = useSignedIn();
  const may = useMay();
  const [filter, setFilter] = useState<FormFilter>({
    scope: begin,
    unit: session.unit,
    kind: null,
    text: "",
  });
  const [page, setPage] = useState(1);
  const [registering, setRegistering] = useState(false);
  const change = (next: Partial<FormFilter>) => {
    setFilter({ ...filter, ...next });
    setPage(1);
  };
  const text = usePaused(filter.text);
  const of = filter.unit ?? unit;
  const types = (useRead("formTypes", { unit: of }, of !== "").data ?? []).filter(
    ({ body }) => register === null || body.register === register,
  );
  const name = register ?? "due";
  const meant = formsRequest(register, { ...filter, text });
  const request = { ...meant, offset: (page - 1) * PAGE, limit: PAGE };
  const list = useQuery({
    queryKey: ["forms", request],
    queryFn: () => call(transport, "forms", request),
    placeholderData: keepPreviousData,
  });
  const { save, isPending } = useExport("exportForms");
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  const nothing = list.data?.total === 0 && !isNarrowed(filter);
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Segmented
          value={filter.scope}
          onChange={(scope: Scope) => change({ scope })}
          options={SCOPES.filter((value) => register !== null || value === "open" || value === "overdue").map(
            (value) => ({ value, label: texts.scopes[value] }),
          )}
        />
        <Space wrap>
          <Button
            icon={<ExportOutlined aria-hidden />}
            loading={isPending}
            onClick={() =>
              void save({
                title: texts.exportTitle,
                kind: { name: texts.sheet, extensions: ["xlsx"] },
                proposed: texts.exportName(texts.tabs[name], today),
                request: (out) => ({ list: meant, out }),
              })
            }
          >
            {texts.export}
          </Button>
          {register !== null && may("registerForm") ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRegistering(true)}>
              {texts.register[register]}
            </Button>
          ) : null}
        </Space>
      </Flex>
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <Flex wrap gap="small" align="center" style={{ padding: 12 }}>
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
            onChange={(chosen) => change({ unit: chosen })}
          />
          {types.length < 2 ? null : (
            <Select
              aria-label={texts.kind}
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              placeholder={texts.allKinds}
              value={filter.kind}
              onChange={(kind: string | undefined) => change({ kind: kind ?? null })}
              options={types.map(({ body }) => ({ value: body.code, label: body.label }))}
              popupMatchSelectWidth={false}
              style={{ width: 170 }}
            />
          )}
          <SavedViews
            name={`communication.${name}.views`}
            filter={filter}
            read={readFilter}
            request={(kept) => formsRequest(register, kept)}
            show={change}
          />
          <Typography.Text type="secondary" role="status">
            {texts.total(list.data?.total ?? 0)}
          </Typography.Text>
        </Flex>
        {nothing ? (
          <NothingYet what={texts.none[name]} first={texts.noneHelp[name]} />
        ) : (
          <FormTable
            list={list.data}
            loading={list.isPending}
            several={filter.unit === null && units.length > 1}
            kinds={register === null || register === "form"}
            page={page}
            size={PAGE}
            turn={setPage}
          />
        )}
      </Card>
      {registering && register !== null ? (
        <RegisterDialog
          register={register}
          close={(form) => {
            setRegistering(false);
            if (form !== null) void go(formPath({ form, register }));
          }}
        />
      ) : null}
    </Flex>
  );
}
