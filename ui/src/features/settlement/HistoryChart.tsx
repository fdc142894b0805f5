// The chart of all quarters; fetched only when it is looked at.
import { DownloadOutlined } from "@ant-design/icons";
import { Button, Card } from "antd";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { QuarterView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { historyColours, historyOptions } from "./historyOptions";
import { TEXTS } from "./texts";

use([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** A picture is for a document: twice the screen's dots. */
const DENSE = 2;

export default function HistoryChart({ quarters, edges }: { quarters: QuarterView[]; edges: string[] }) {
  const texts = usePick(TEXTS).history;
  const { dark } = usePreference();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = init(element);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(historyOptions(quarters, edges, texts, dark), { notMerge: true });
  }, [quarters, edges, texts, dark]);

  const save = () => {
    const url = chart.current?.getDataURL({
      type: "png",
      pixelRatio: DENSE,
      backgroundColor: historyColours(dark).ground,
    });
    if (url === undefined) return;
    const link = document.createElement("a");
    link.href = url;
    link.download = `${texts.pictureName}.png`;
    link.click();
  };

  return (
    <Card
      size="small"
      title={texts.title}
      extra={
        <Button size="small" icon={<DownloadOutlined />} onClick={save}>
          {texts.savePicture}
        </Button>
      }
    >
      <div ref={place} role="img" aria-label={texts.chart(quarters.length)} style={{ height: 320 }} />
    </Card>
  );
}
