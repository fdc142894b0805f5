// 考核评分: the unit in view, one of the quarter's three months, and its sheet.
import { Flex, Segmented, Skeleton } from "antd";
import { type ReactNode, useEffect } from "react";
import { useSearchParams } from "react-router";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { monthBefore, monthsOf, quarterName, quarterOf } from "../../shared/quarter";
import { useMay } from "../../shared/session";
import { useThisMonth } from "../../shared/today";
import { useRead } from "../../shared/useCase";
import { MonthSheet, NoRubric } from "./MonthSheet";
import { monthToOpen } from "./monthToOpen";
import { rubricOf } from "./rubric";
import { TEXTS } from "./texts";

export default function ScoringPage() {
  const texts = useTexts();
  const words = usePick(TEXTS);
  const may = useMay();
  const { quarter, setQuarter, unit, unitName } = useInView();
  const [query, setQuery] = useSearchParams();
  const asked = query.get("month");
  // A link to a month of another quarter brings that quarter into view.
  useEffect(() => {
    if (asked !== null && quarterOf(asked) !== quarter) setQuarter(quarterOf(asked));
    // Once for each link: afterwards the user may well choose another quarter.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);

  const months = monthsOf(quarter);
  const thisMonth = useThisMonth();
  const known = useRead("unitQuarter", { unit, quarter }, unit !== "" && may("unitQuarter", unit));
  const month =
    asked !== null && months.includes(asked) && asked <= thisMonth
      ? asked
      : known.isPending && unit !== ""
        ? undefined
        : monthToOpen(months, known.data?.unit.months ?? [], thisMonth);

  if (unit === "") return <NothingYet what={words.noUnit} first={words.noUnitHelp} />;
  if (month === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (month === null) {
    return <NothingYet what={words.allFuture(quarterName(texts, quarter))} first={words.allFutureHelp} />;
  }
  const picker = (
    <Segmented
      aria-label={words.month}
      value={month}
      onChange={(next) => setQuery({ month: next }, { replace: true })}
      options={months.map((value) => ({
        value,
        label: words.monthName(value),
        disabled: value > thisMonth,
        ...(value > thisMonth ? { tooltip: words.future } : {}),
      }))}
    />
  );
  return <Month key={`${unit}.${month}`} unit={unit} month={month} unitName={unitName} picker={picker} />;
}

interface MonthProps {
  unit: string;
  month: string;
  unitName: string;
  picker: ReactNode;
}

function Month({ unit, month, unitName, picker }: MonthProps) {
  const view = useRead("unitMonth", { unit, month });
  const before = useRead("unitMonth", { unit, month: monthBefore(month) });
  const rulebook = useRead("rulebook", {});
  const error = view.error ?? rulebook.error;
  if (error !== null) {
    return (
      <Flex vertical gap="small" align="stretch">
        <div>{picker}</div>
        <Failure error={error} retry={() => void view.refetch()} />
      </Flex>
    );
  }
  if (view.data === undefined || rulebook.data === undefined) {
    return (
      <Flex vertical gap="small" align="stretch">
        <div>{picker}</div>
        <Skeleton active paragraph={{ rows: 8 }} />
      </Flex>
    );
  }
  const rubric = rubricOf(rulebook.data.rubrics, view.data.rubric);
  if (rubric === null) return <NoRubric />;
  return (
    <MonthSheet
      view={view.data}
      before={before.data?.rows ?? NOBODY}
      rubric={rubric}
      unitName={unitName}
      picker={picker}
    />
  );
}

/** One list for every month without a month before, so that nothing is drawn again for it. */
const NOBODY: never[] = [];
