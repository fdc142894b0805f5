// Forms as a table that fits its window: what a column has no room for stands under it.
import { Flex, Table, Tag, Typography } from "antd";
import { Link } from "react-router";
import type { FormLine, FormsView } from "../../bindings/bindings";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { StandingTag } from "../tickets/StandingTag";
import { formPath } from "./registers";
import { StateTag, VerdictTag } from "./tags";
import { TEXTS } from "./texts";

interface FormTableProps {
  list: FormsView | undefined;
  loading: boolean;
  /** Whether forms of several units are listed. */
  several: boolean;
  /** Whether forms of several types are listed. */
  kinds: boolean;
  page: number;
  size: number;
  turn: (page: number) => void;
}

export function FormTable({ list, loading, several, kinds, page, size, turn }: FormTableProps) {
  const texts = usePick(TEXTS);
  const { units } = useInView();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const { columns } = texts;
  return (
    <Table<FormLine>
      size="small"
      rowKey="form"
      tableLayout="fixed"
      loading={loading}
      dataSource={list?.lines ?? []}
      pagination={{
        current: page,
        pageSize: size,
        total: list?.total ?? 0,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: turn,
      }}
      columns={[
        {
          title: columns.form,
          dataIndex: "form",
          width: 166,
          render: (form: string, line) => (
            <Flex vertical>
              <Link to={formPath(line)} style={{ textDecoration: "underline", overflowWrap: "anywhere" }}>
                {form}
              </Link>
              {several ? (
                <Typography.Text type="secondary" ellipsis={{ tooltip: names.get(line.unit) }}>
                  {names.get(line.unit) ?? line.unit}
                </Typography.Text>
              ) : null}
            </Flex>
          ),
        },
        {
          title: columns.title,
          dataIndex: "title",
          render: (title: string, { customer, kind }) => (
            <Flex vertical style={{ overflowWrap: "anywhere" }}>
              <span>
                {kinds ? <Tag>{kind}</Tag> : null}
                {title}
              </span>
              {customer === null ? null : <Typography.Text type="secondary">{customer}</Typography.Text>}
            </Flex>
          ),
        },
        { title: columns.on, dataIndex: "on", width: 104 },
        { title: columns.engineer, dataIndex: "engineerName", width: 96, ellipsis: true },
        {
          title: columns.state,
          dataIndex: "state",
          width: 128,
          render: (state: string, { nextStep, verdict }) => (
            <Flex vertical align="flex-start" gap={2}>
              <Flex gap={4} wrap>
                <StateTag state={state} />
                {verdict === null ? null : <VerdictTag verdict={verdict} />}
              </Flex>
              {nextStep === null || state !== "open" ? null : (
                <Typography.Text type="secondary">{texts.nextStep(nextStep)}</Typography.Text>
              )}
            </Flex>
          ),
        },
        {
          title: columns.due,
          dataIndex: "dueOn",
          width: 138,
          render: (due: string | null, { standing, days }) => (
            <Flex vertical align="flex-start" gap={2}>
              <span style={{ whiteSpace: "nowrap" }}>{due}</span>
              {standing === null ? null : <StandingTag standing={standing} days={days} />}
            </Flex>
          ),
        },
      ]}
    />
  );
}
