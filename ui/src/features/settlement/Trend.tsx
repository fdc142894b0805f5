// The trend of all quarters as a chart, with the lines where payment changes. Fetches the chart only when it is shown.
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useMay, useMayProvince } from "../../shared/session";
import { useRead } from "../../shared/useCase";

const HistoryChart = lazy(() => import("./HistoryChart"));

/** Nothing where the account may not see the province, or there is no quarter yet. */
export function Trend() {
  const may = useMay();
  const seen = useMayProvince()("quarters");
  const quarters = useRead("quarters", {}, seen);
  const rulebook = useRead("rulebook", {}, seen && may("rulebook"));
  if (quarters.data === undefined || quarters.data.length === 0) return null;
  const oldestFirst = [...quarters.data].sort((a, b) => a.quarter.localeCompare(b.quarter));
  const sets = rulebook.data?.ruleSets ?? [];
  // Where payment changes: every band's beginning but the first, which is 0.
  const edges = (sets.at(-1)?.bands ?? []).slice(1).map(({ from }) => from);
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
      <HistoryChart quarters={oldestFirst} edges={edges} />
    </Suspense>
  );
}
