// 日历: the special days of a year, and what that makes of its working days.
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { App, Button, Card, Col, Flex, Popconfirm, Row, Space, Table, Tag, Typography } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import type { SpecialDayView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { ExportButton } from "../settings/ExportButton";
import { ImportLink } from "../settings/ImportLink";
import { DayForm } from "./DayForm";
import { TEXTS } from "./texts";
import { YearMonth } from "./YearMonth";

const FIRST_YEAR = 2000;
const LAST_YEAR = 2199;

export default function CalendarPage() {
  const texts = usePick(TEXTS);
  const may = useMay();
  const { status } = useSignedIn();
  const today = dayjs(status.today ?? undefined);
  const [year, setYear] = useState(today.year());
  const [month, setMonth] = useState(today.month());
  const calendar = useRead("calendar", { year });
  const record = useAct("recordCalendar");
  const adopt = useAct("adoptHolidays");
  const { message } = App.useApp();
  const [changing, setChanging] = useState<Partial<SpecialDayView> | null>(null);
  const mayRecord = may("recordCalendar");
  const offered = calendar.data?.published ?? 0;
  if (calendar.isError) return <Failure error={calendar.error} retry={() => calendar.refetch()} />;
  const view = calendar.data;
  const total = view?.workingDays.reduce((sum, days) => sum + days, 0);
  return (
    <Card
      size="small"
      title={texts.title}
      extra={
        <Space wrap>
          {mayRecord ? (
            <Button type="primary" onClick={() => setChanging({})}>
              {texts.add}
            </Button>
          ) : null}
          {offered > 0 && may("adoptHolidays") ? (
            <Button
              loading={adopt.isPending}
              onClick={() =>
                adopt.mutate({ year }, { onSuccess: () => void message.success(texts.adopted(year)) })
              }
            >
              {texts.adopt(year)}
            </Button>
          ) : null}
          <ImportLink />
          <ExportButton kind="holidays" />
        </Space>
      }
    >
      <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
      <Flex align="center" gap="small" style={{ marginBlockEnd: 12 }}>
        <Button
          icon={<LeftOutlined />}
          aria-label={texts.previous}
          disabled={year <= FIRST_YEAR}
          onClick={() => setYear(year - 1)}
        />
        <Typography.Text strong style={{ fontVariantNumeric: "tabular-nums" }}>
          {year}
        </Typography.Text>
        <Button
          icon={<RightOutlined />}
          aria-label={texts.next}
          disabled={year >= LAST_YEAR}
          onClick={() => setYear(year + 1)}
        />
        {total === undefined ? null : (
          <Typography.Text type="secondary">{texts.inYear(total)}</Typography.Text>
        )}
      </Flex>
      {record.isError ? <Failure error={record.error} /> : null}
      {adopt.isError ? <Failure error={adopt.error} /> : null}
      <Row gutter={[16, 16]}>
        <Col xs={{ span: 24, order: 2 }} xl={{ span: 14, order: 1 }}>
          <SpecialDays
            year={year}
            loading={calendar.isPending}
            days={view?.special ?? []}
            change={mayRecord ? setChanging : null}
            remove={(day) =>
              record.mutate(
                { days: [{ day, kind: null, name: "" }] },
                { onSuccess: () => void message.success(texts.removed(day)) },
              )
            }
            look={(day) => setMonth(dayjs(day).month())}
          />
        </Col>
        <Col xs={{ span: 24, order: 1 }} xl={{ span: 10, order: 2 }}>
          {view === undefined ? null : (
            <YearMonth
              view={view}
              month={month}
              setMonth={setMonth}
              choose={
                mayRecord
                  ? (day) => setChanging(view.special.find((special) => special.day === day) ?? { day })
                  : null
              }
            />
          )}
        </Col>
      </Row>
      {changing === null ? null : <DayForm day={changing} close={() => setChanging(null)} />}
    </Card>
  );
}

interface SpecialDaysProps {
  year: number;
  loading: boolean;
  days: SpecialDayView[];
  change: ((day: SpecialDayView) => void) | null;
  remove: (day: string) => void;
  look: (day: string) => void;
}

function SpecialDays({ year, loading, days, change, remove, look }: SpecialDaysProps) {
  const texts = usePick(TEXTS);
  return (
    <Table<SpecialDayView>
      size="small"
      rowKey="day"
      loading={loading}
      pagination={false}
      dataSource={days}
      scroll={{ x: 500, y: 420 }}
      locale={{ emptyText: <NothingYet what={texts.none(year)} first={texts.noneHelp} /> }}
      columns={[
        {
          title: texts.day,
          dataIndex: "day",
          width: 106,
          render: (day: string) => (
            <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => look(day)}>
              {day}
            </Button>
          ),
        },
        {
          title: texts.weekday,
          key: "weekday",
          width: 84,
          render: (_, { day }) => texts.weekdays[dayjs(day).day()],
        },
        {
          title: texts.kind,
          dataIndex: "kind",
          width: 98,
          render: (kind: string) => (
            <Tag color={kind === "holiday" ? "green" : "orange"}>{texts.kinds[kind]}</Tag>
          ),
        },
        { title: texts.name, dataIndex: "name", ellipsis: true },
        ...(change === null
          ? []
          : [
              {
                key: "acts",
                width: 146,
                render: (_: unknown, day: SpecialDayView) => (
                  <Space size={0}>
                    <Button type="link" size="small" onClick={() => change(day)}>
                      {texts.edit}
                    </Button>
                    <Remove day={day.day} remove={remove} />
                  </Space>
                ),
              },
            ]),
      ]}
    />
  );
}

function Remove({ day, remove }: { day: string; remove: (day: string) => void }) {
  const texts = usePick(TEXTS);
  return (
    <Popconfirm
      title={texts.removeAsk(day)}
      description={texts.removeHelp}
      okText={texts.remove}
      onConfirm={() => remove(day)}
    >
      <Button type="link" size="small" danger>
        {texts.remove}
      </Button>
    </Popconfirm>
  );
}
