// The chart of all quarters; fetched only when it is looked at.
import { DownloadOutlined } from "@ant-design/icons";
import { Button, Card } from "antd";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef, useState } from "react";
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
  const [chart, setChart] = useState<EChartsType | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let made: EChartsType | null = null;
    // Made once the browser says how large it is: to ask would hold up the screen around it until all is laid out.
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined || entry.contentRect.width === 0) return;
      const { width, height } = entry.contentRect;
      if (made === null) {
        made = init(element, null, { width, height });
        setChart(made);
      } else made.resize({ width, height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      made?.dispose();
      setChart(null);
    };
  }, []);

  useEffect(() => {
    chart?.setOption(historyOptions(quarters, edges, texts, dark), { notMerge: true, lazyUpdate: true });
  }, [chart, quarters, edges, texts, dark]);

  const save = () => {
    const url = chart?.getDataURL({
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
