// Tasks of every register: the open ones with the earliest last day first.
import { ExportOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Card, Flex, Segmented, Select, Table, Typography } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { TaskLine } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useExport } from "../../shared/files/useExport";
import { useFoundPeople } from "../../shared/foundPeople";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { SavedViews } from "../../shared/savedViews/SavedViews";
import { useSignedIn } from "../../shared/session";
import { useToday } from "../../shared/today";
import { call, useTransport } from "../../shared/transport";
import { UnitFilter } from "../../shared/UnitFilter";
import { StandingTag } from "../tickets/StandingTag";
import { formPath } from "./registers";
import { readTaskFilter, TASK_SCOPES, type TaskFilter, type TaskScope, tasksRequest } from "./tasks";
import { TaskTag } from "./tags";
import { TaskButtons } from "./TaskLines";
import { TEXTS } from "./texts";

const PAGE = 50;
const OFFERED = 20;

export function TaskList({ begin = "open" }: { begin?: TaskScope }) {
  const texts = usePick(TEXTS);
  const transport = useTransport();
  const today = useToday();
  const { session } = useSignedIn();
  const [filter, setFilter] = useState<TaskFilter>({ scope: begin, unit: session.unit, engineer: null });
  const { scope, unit, engineer } = filter;
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(1);
  const { people, looking } = useFoundPeople(typed, OFFERED, true, { units: unit === null ? [] : [unit] });
  const change = (next: Partial<TaskFilter>) => {
    setFilter({ ...filter, ...next });
    setPage(1);
  };
  const meant = tasksRequest(filter);
  const request = { ...meant, offset: (page - 1) * PAGE, limit: PAGE };
  const list = useQuery({
    queryKey: ["tasks", request],
    queryFn: () => call(transport, "tasks", request),
    placeholderData: keepPreviousData,
  });
  const { save, isPending } = useExport("exportTasks");
  const { columns } = texts;
  if (list.isError) return <Failure error={list.error} retry={() => list.refetch()} />;
  const nothing = list.data?.total === 0 && engineer === null;
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Segmented
          value={scope}
          onChange={(next: TaskScope) => change({ scope: next })}
          options={TASK_SCOPES.map((value) => ({
            value,
            label: texts.taskScopes[value],
          }))}
        />
        <Button
          icon={<ExportOutlined aria-hidden />}
          loading={isPending}
          onClick={() =>
            void save({
              title: texts.exportTitle,
              kind: { name: texts.sheet, extensions: ["xlsx"] },
              proposed: texts.exportName(texts.tabs.tasks, today),
              request: (out) => ({ list: meant, out }),
            })
          }
        >
          {texts.export}
        </Button>
      </Flex>
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <Flex wrap gap="small" align="center" style={{ padding: 12 }}>
          <UnitFilter
            label={texts.unit}
            hint={texts.allUnits}
            value={unit}
            onChange={(chosen) => change({ unit: chosen })}
          />
          <Select
            aria-label={texts.engineer}
            allowClear
            showSearch={{ filterOption: false, onSearch: setTyped }}
            loading={looking}
            placeholder={texts.engineer}
            value={engineer}
            onChange={(chosen: string | undefined) => change({ engineer: chosen ?? null })}
            options={people.map(({ staffNo, name }) => ({ value: staffNo, label: `${name} ${staffNo}` }))}
            popupMatchSelectWidth={false}
            style={{ width: 150 }}
          />
          <SavedViews
            name="communication.tasks.views"
            filter={filter}
            read={readTaskFilter}
            request={tasksRequest}
            show={change}
          />
          <Typography.Text type="secondary" role="status">
            {texts.total(list.data?.total ?? 0)}
          </Typography.Text>
        </Flex>
        {nothing ? (
          <NothingYet what={texts.none.tasks} first={texts.noneHelp.tasks} />
        ) : (
          <Table<TaskLine>
            size="small"
            rowKey={({ form, number }) => `${form} ${number}`}
            tableLayout="fixed"
            loading={list.isPending}
            dataSource={list.data?.lines ?? []}
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
                title: columns.task,
                dataIndex: "text",
                render: (text: string | null, task) => (
                  <Flex vertical gap={2} style={{ overflowWrap: "anywhere" }}>
                    <span>{text ?? "—"}</span>
                    <Link to={formPath(task)}>{`${task.form} ${task.title}`}</Link>
                  </Flex>
                ),
              },
              { title: columns.who, dataIndex: "name", width: 110, ellipsis: true },
              {
                title: columns.until,
                dataIndex: "until",
                width: 150,
                render: (until: string, { state, standing, days }) => (
                  <Flex vertical align="flex-start" gap={2}>
                    <span>{until}</span>
                    {state === "open" ? <StandingTag standing={standing} days={days} /> : null}
                  </Flex>
                ),
              },
              {
                title: columns.end,
                dataIndex: "state",
                width: 190,
                render: (state: string, task) => (
                  <Flex vertical align="flex-start" gap={4}>
                    <TaskTag state={state} />
                    {task.note === null ? null : (
                      <Typography.Text type="secondary">{task.note}</Typography.Text>
                    )}
                    <TaskButtons task={task} />
                  </Flex>
                ),
              },
            ]}
          />
        )}
      </Card>
    </Flex>
  );
}
