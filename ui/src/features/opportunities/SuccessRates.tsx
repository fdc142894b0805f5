// 项目成功率 by unit and by person, with what it means; the core counts.
import { Card, Flex, Segmented, Skeleton, Table, Typography } from "antd";
import { lazy, Suspense, useState } from "react";
import type { RateView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { type RateLine, ratesOptions } from "./ratesOptions";
import { TEXTS } from "./texts";

const Chart = lazy(() => import("../../shared/chart/Chart"));

const PERIODS = ["quarter", "year"] as const;
type Period = (typeof PERIODS)[number];
type By = "unit" | "engineer";
const LAST_DAYS = ["03-31", "06-30", "09-30", "12-31"];
const FIRST_DAYS = ["01-01", "04-01", "07-01", "10-01"];

/** The first and the last day of the quarter in view, or of its year. */
function daysOf(quarter: string, period: Period): { from: string; to: string } {
  const year = quarter.slice(0, 4);
  const place = Number(quarter.slice(5)) - 1;
  return period === "year"
    ? { from: `${year}-01-01`, to: `${year}-12-31` }
    : { from: `${year}-${FIRST_DAYS[place]}`, to: `${year}-${LAST_DAYS[place]}` };
}

/** So many lines are drawn; more stand in the table. */
const MOST_DRAWN = 40;

export function SuccessRates({ unit }: { unit: string | null }) {
  const texts = usePick(TEXTS);
  const { quarter } = useInView();
  const { language, dark } = usePreference();
  const [period, setPeriod] = useState<Period>("year");
  const [by, setBy] = useState<By>("unit");
  const days = daysOf(quarter, period);
  const rates = useRead("successRates", { unit, ...days });
  if (rates.isError) return <Failure error={rates.error} retry={() => rates.refetch()} />;
  const head = (
    <Flex wrap gap="small" align="center" style={{ padding: 12 }}>
      <Segmented
        aria-label={texts.period}
        value={period}
        onChange={(next: Period) => setPeriod(next)}
        options={PERIODS.map((value) => ({ value, label: texts.periods[value] }))}
      />
      <Typography.Text type="secondary">{`${days.from} — ${days.to}`}</Typography.Text>
      <Typography.Paragraph style={{ margin: 0, width: "100%" }}>{texts.ratesHelp}</Typography.Paragraph>
    </Flex>
  );
  if (rates.data === undefined) return <Skeleton active paragraph={{ rows: 6 }} />;
  const { total, units, engineers } = rates.data;
  const ofUnits = units.map(({ unit: key, name, rate }) => ({ key, name, rate }));
  const ofEngineers = engineers.map(({ staffNo, name, rate }) => ({
    key: staffNo ?? "-",
    name: staffNo === null ? texts.rateNobody : `${name ?? staffNo} ${staffNo}`,
    rate,
  }));
  const drawn = (by === "unit" ? ofUnits : ofEngineers).slice(0, MOST_DRAWN);
  const counts = ({ won, agreed, lost, dropped }: RateView) =>
    Object.entries({ won, agreed, lost, dropped })
      .map(([outcome, count]) => `${word(language, `dealOutcome.${outcome}`)} ${count}`)
      .join(texts.listComma);
  const options = ratesOptions(drawn, { rate: texts.rate, counts }, dark);
  const all: RateLine = { key: "", name: texts.rateTotal, rate: total };
  return (
    <Card size="small" styles={{ body: { padding: 0 } }}>
      {head}
      {total.concluded === 0 ? (
        <NothingYet what={texts.noneConcluded} first={texts.ratesHelp} />
      ) : (
        <Flex vertical gap="middle">
          <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
            <Chart
              title={
                <Segmented
                  size="small"
                  aria-label={texts.rateBy}
                  value={by}
                  onChange={(next: By) => setBy(next)}
                  options={[
                    { value: "unit", label: texts.rateUnit },
                    { value: "engineer", label: texts.rateEngineer },
                  ]}
                />
              }
              options={options}
              label={texts.rateChart(drawn.length)}
              name={texts.ratePicture(days.from, days.to)}
            />
          </Suspense>
          <Rates title={texts.rateUnit} lines={[...ofUnits, all]} />
          <Rates title={texts.rateEngineer} lines={ofEngineers} />
        </Flex>
      )}
    </Card>
  );
}

function Rates({ title, lines }: { title: string; lines: RateLine[] }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const number = (key: "won" | "agreed" | "lost" | "dropped") => ({
    title: word(language, `dealOutcome.${key}`),
    dataIndex: ["rate", key],
    width: 110,
    align: "right" as const,
  });
  return (
    <Table<RateLine>
      size="small"
      rowKey="key"
      dataSource={lines}
      pagination={lines.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      scroll={{ x: 720 }}
      columns={[
        { title, dataIndex: "name" },
        number("won"),
        number("agreed"),
        number("lost"),
        number("dropped"),
        { title: texts.rateConcluded, dataIndex: ["rate", "concluded"], width: 90, align: "right" },
        {
          title: texts.rate,
          dataIndex: ["rate", "percent"],
          width: 100,
          align: "right",
          render: (percent: string | null) => (percent === null ? texts.noRate : `${percent}%`),
        },
      ]}
    />
  );
}
