// A chart in a card, with a button that saves its picture; fetched only when it is looked at.
import { DownloadOutlined } from "@ant-design/icons";
import { Button, Card, Flex } from "antd";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { usePick } from "../pick";
import { usePreference } from "../preference";
import { chartColours } from "./colours";

use([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  CanvasRenderer,
]);

const TEXTS = { "zh-CN": { save: "另存为图片" }, en: { save: "Save as picture" } };

/** A picture is for a document: twice the screen's dots. */
const DENSE = 2;

interface ChartProps {
  title: ReactNode;
  options: EChartsCoreOption;
  /** What it shows, for whoever does not see it. */
  label: string;
  /** Name of the picture's file, without its ending. */
  name: string;
  /** Beside the button. */
  extra?: ReactNode;
}

export default function Chart({ title, options, label, name, extra }: ChartProps) {
  const texts = usePick(TEXTS);
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
    chart?.setOption(options, { notMerge: true, lazyUpdate: true });
  }, [chart, options]);

  const save = () => {
    const url = chart?.getDataURL({
      type: "png",
      pixelRatio: DENSE,
      backgroundColor: chartColours(dark).ground,
    });
    if (url === undefined) return;
    const link = document.createElement("a");
    link.href = url;
    link.download = `${name}.png`;
    link.click();
  };

  return (
    <Card
      size="small"
      title={title}
      extra={
        <Flex gap="small" wrap>
          {extra}
          <Button size="small" icon={<DownloadOutlined aria-hidden />} onClick={save}>
            {texts.save}
          </Button>
        </Flex>
      }
    >
      <div ref={place} role="img" aria-label={label} style={{ height: 320 }} />
    </Card>
  );
}
