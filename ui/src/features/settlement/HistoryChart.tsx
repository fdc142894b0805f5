// The chart of all quarters; fetched only when it is looked at.
import { useMemo } from "react";
import type { QuarterView } from "../../bindings/bindings";
import Chart from "../../shared/chart/Chart";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { historyOptions } from "./historyOptions";
import { TEXTS } from "./texts";

export default function HistoryChart({ quarters, edges }: { quarters: QuarterView[]; edges: string[] }) {
  const texts = usePick(TEXTS).history;
  const { dark } = usePreference();
  const options = useMemo(() => historyOptions(quarters, edges, texts, dark), [quarters, edges, texts, dark]);
  return (
    <Chart
      title={texts.title}
      options={options}
      label={texts.chart(quarters.length)}
      name={texts.pictureName}
    />
  );
}
