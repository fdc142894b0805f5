// Statistics of tickets over a period: figures, a chart, a table, and what each figure means. All of it was counted by the core.
import { ExportOutlined } from "@ant-design/icons";
import {
  Button,
  Card,
  Collapse,
  DatePicker,
  Flex,
  Segmented,
  Skeleton,
  Table,
  Tooltip,
  Typography,
} from "antd";
import dayjs from "dayjs";
import { lazy, Suspense, useMemo, useState } from "react";
import type { TicketTallyView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useSignedIn } from "../../shared/session";
import { useToday } from "../../shared/today";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { UnitFilter } from "../../shared/UnitFilter";
import { OUT } from "./outTexts";
import { nameOf, PERIODS, type Period, periodOf } from "./period";
import { MEASURES, type Measure, statisticsOptions } from "./statisticsOptions";

const Chart = lazy(() => import("../../shared/chart/Chart"));

const TABLES = ["units", "kinds", "people", "months"] as const;
type By = (typeof TABLES)[number];

/** Columns of the table, in their order. */
const FIGURES = [
  "received",
  "taken",
  "answered",
  "delivered",
  "onTime",
  "closed",
  "void",
  "open",
  "overdue",
  "rated",
  "meanMark",
] as const satisfies (keyof TicketTallyView)[];
/** Those that are a share. */
const SHARES: string[] = ["answered", "onTime"];

export function Statistics() {
  const texts = usePick(OUT).statistics;
  const out = usePick(OUT);
  const { language, dark } = usePreference();
  const today = useToday();
  const { session } = useSignedIn();
  const [period, setPeriod] = useState<Period>(() => periodOf("month", today));
  const [unit, setUnit] = useState<string | null>(session.unit);
  const [by, setBy] = useState<By>("months");
  const [measure, setMeasure] = useState<Measure>("counts");
  const request = { ...period, unit };
  const found = useRead("ticketStatistics", request);
  const { save, isPending } = useExport("exportTicketStatistics");
  const said = (key: string) => word(language, key);
  const figure = (name: string) => said(`ticketFigure.${name}`);
  const groups = found.data?.[by];
  const shown = useMemo(() => (groups ?? []).filter(({ drawn }) => drawn), [groups]);
  const left = (groups?.length ?? 0) - shown.length;
  const options = useMemo(
    () => statisticsOptions(shown, measure, (name) => word(language, `ticketFigure.${name}`), dark),
    [shown, measure, language, dark],
  );
  if (found.isError) return <Failure error={found.error} retry={() => found.refetch()} />;
  const text = (row: TicketTallyView, name: (typeof FIGURES)[number]) => {
    const value = row[name];
    if (value === null) return "—";
    return SHARES.includes(name) ? `${value}%` : value;
  };
  return (
    <Flex vertical gap="small">
      <Flex wrap gap="small" align="center">
        <Segmented
          aria-label={texts.period}
          value={nameOf(period, today) ?? ""}
          onChange={(name) => {
            const chosen = PERIODS.find((one) => one === name);
            if (chosen !== undefined) setPeriod(periodOf(chosen, today));
          }}
          options={PERIODS.map((value) => ({ value, label: texts.periods[value] }))}
        />
        <DatePicker.RangePicker
          aria-label={texts.period}
          allowClear={false}
          value={[dayjs(period.from), dayjs(period.to)]}
          onChange={(days) => {
            const [from, to] = days ?? [];
            if (from && to) setPeriod({ from: from.format("YYYY-MM-DD"), to: to.format("YYYY-MM-DD") });
          }}
          style={{ width: 230 }}
        />
        <UnitFilter label={out.unit} hint={out.allUnits} value={unit} onChange={setUnit} />
        <Button
          icon={<ExportOutlined aria-hidden />}
          loading={isPending}
          style={{ marginInlineStart: "auto" }}
          onClick={() =>
            void save({
              title: texts.exportTitle,
              kind: { name: "Excel", extensions: ["xlsx"] },
              proposed: texts.exportName(period.from, period.to),
              request: (path) => ({ ...request, out: path }),
            })
          }
        >
          {texts.export}
        </Button>
      </Flex>
      {found.data === undefined ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <>
          <Total total={found.data.total} text={text} figure={figure} />
          <Segmented
            value={by}
            onChange={setBy}
            options={TABLES.map((value) => ({ value, label: said(`ticketTable.${value}`) }))}
            style={{ alignSelf: "flex-start" }}
          />
          <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
            <Chart
              title={
                <Segmented
                  size="small"
                  value={measure}
                  onChange={setMeasure}
                  options={MEASURES.map((value) => ({ value, label: texts.measures[value] }))}
                />
              }
              options={options}
              label={texts.chart(said(`ticketTable.${by}`), shown.length)}
              name={texts.pictureName(period.from, period.to)}
            />
          </Suspense>
          {left === 0 ? null : <Typography.Text type="secondary">{texts.notDrawn(left)}</Typography.Text>}
          <Card size="small" styles={{ body: { padding: 0 } }}>
            <Table<TicketTallyView>
              size="small"
              rowKey={({ code, name }) => `${code} ${name}`}
              dataSource={found.data[by]}
              pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
              tableLayout="fixed"
              columns={[
                { title: said(`ticketTable.${by}.heading`), dataIndex: "name", ellipsis: true },
                ...FIGURES.map((name) => ({
                  title: <Tooltip title={said(`ticketFigure.${name}.means`)}>{figure(name)}</Tooltip>,
                  dataIndex: name,
                  width: SHARES.includes(name) ? 68 : 56,
                  align: "right" as const,
                  render: (_: unknown, row: TicketTallyView) => text(row, name),
                })),
              ]}
            />
          </Card>
          <Collapse
            size="small"
            items={[
              {
                key: "means",
                label: texts.means,
                children: (
                  <dl style={{ margin: 0, display: "grid", gridTemplateColumns: "8em 1fr", rowGap: 4 }}>
                    {FIGURES.map((name) => [
                      <dt key={name}>{figure(name)}</dt>,
                      <dd key={`${name}-means`} style={{ margin: 0 }}>
                        {said(`ticketFigure.${name}.means`)}
                      </dd>,
                    ])}
                  </dl>
                ),
              },
            ]}
          />
        </>
      )}
    </Flex>
  );
}

interface TotalProps {
  total: TicketTallyView;
  text: (row: TicketTallyView, name: (typeof FIGURES)[number]) => string | number;
  figure: (name: string) => string;
}

/** The figures of everything that was counted. */
function Total({ total, text, figure }: TotalProps) {
  return (
    <Card size="small">
      <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(104px, 1fr))", gap: 12 }}>
        {FIGURES.map((name) => (
          <Flex key={name} vertical>
            <span>{figure(name)}</span>
            <strong style={{ fontSize: 20 }}>{text(total, name)}</strong>
          </Flex>
        ))}
      </div>
    </Card>
  );
}
