// A PDF inside the window: pages one below the other, drawn when they are scrolled to; zoom, and which page one is on.
import {
  ColumnWidthOutlined,
  DownOutlined,
  UpOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from "@ant-design/icons";
import { Alert, Button, Flex, InputNumber, Skeleton, Typography } from "antd";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { usePick } from "../pick";
import { openPdf, type PDFDocumentProxy } from "./open";
import { PdfPage } from "./PdfPage";
import { TEXTS } from "./texts";

interface PdfViewProps {
  /** The file, base64. */
  bytes: string;
  /** What it is, for those who do not see it. */
  label: string;
  /** Height of the whole view. */
  height: number | string;
  /** Stands at the right of the tool bar. */
  extra?: ReactNode;
}

/** Points of a page (1/72 inch) at 100 %, in the page's own pixels (1/96 inch). */
const FULL = 96 / 72;
const ZOOMS = [0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3];
const MARGIN = 16;

export default function PdfView({ bytes, label, height, extra }: PdfViewProps) {
  const texts = usePick(TEXTS);
  const { document, failed } = useDocument(bytes);
  if (failed) return <Alert type="error" showIcon title={texts.failed} />;
  if (document === null) {
    return (
      <div role="status" aria-busy="true" aria-label={texts.opening} style={{ height, padding: 24 }}>
        <Skeleton active paragraph={{ rows: 12 }} />
      </div>
    );
  }
  return <Pages document={document} label={label} height={height} extra={extra} />;
}

function useDocument(bytes: string) {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    let end: (() => Promise<void>) | null = null;
    setDocument(null);
    setFailed(false);
    void (async () => {
      try {
        const task = await openPdf(bytes);
        end = () => task.destroy();
        if (gone) return void end();
        const opened = await task.promise;
        if (!gone) setDocument(opened);
      } catch {
        if (!gone) setFailed(true);
      }
    })();
    return () => {
      gone = true;
      void end?.();
    };
  }, [bytes]);
  return { document, failed };
}

interface Size {
  width: number;
  height: number;
}

interface PagesProps {
  document: PDFDocumentProxy;
  label: string;
  height: number | string;
  extra: ReactNode;
}

function Pages({ document, label, height, extra }: PagesProps) {
  const texts = usePick(TEXTS);
  const count = document.numPages;
  const box = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState<Size | null>(null);
  const [fit, setFit] = useState(1);
  /** Null follows the width of the window. */
  const [zoom, setZoom] = useState<number | null>(null);
  const [current, setCurrent] = useState(1);
  const scale = zoom ?? Math.min(fit, 2);

  useEffect(() => {
    let gone = false;
    void document.getPage(1).then((page) => {
      const { width, height: tall } = page.getViewport({ scale: FULL });
      if (!gone) setFirst({ width, height: tall });
    });
    return () => {
      gone = true;
    };
  }, [document]);

  useEffect(() => {
    const element = box.current;
    if (element === null || first === null) return;
    const measure = () => setFit(Math.max(0.3, (element.clientWidth - 2 * MARGIN) / first.width));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [first]);

  /** The page that fills the middle of the view. */
  const look = useCallback(() => {
    const element = box.current;
    if (element === null) return;
    const middle = element.scrollTop + element.clientHeight / 2;
    const pages = [...element.querySelectorAll<HTMLElement>("[data-page]")];
    const on = pages.findLastIndex((page) => page.offsetTop <= middle);
    setCurrent(Math.max(0, on) + 1);
  }, []);

  const goTo = (page: number) => {
    const wanted = Math.min(Math.max(1, page), count);
    const element = box.current?.querySelector<HTMLElement>(`[data-page="${wanted}"]`);
    if (element && box.current) box.current.scrollTop = element.offsetTop - MARGIN / 2;
  };
  const step = (direction: 1 | -1) => {
    const next =
      direction === 1
        ? ZOOMS.find((value) => value > scale + 0.01)
        : ZOOMS.findLast((value) => value < scale - 0.01);
    if (next !== undefined) setZoom(next);
  };

  return (
    <Flex vertical gap={8} style={{ height }}>
      <Flex align="center" justify="space-between" gap="small" wrap>
        <Flex align="center" gap={4}>
          <Button
            icon={<UpOutlined />}
            aria-label={texts.previous}
            title={texts.previous}
            disabled={current <= 1}
            onClick={() => goTo(current - 1)}
          />
          <InputNumber
            min={1}
            max={count}
            precision={0}
            controls={false}
            value={current}
            aria-label={texts.page}
            style={{ width: 56 }}
            onPressEnter={(event) => goTo(Number(event.currentTarget.value))}
            onBlur={(event) => goTo(Number(event.currentTarget.value) || current)}
          />
          <Typography.Text style={{ whiteSpace: "nowrap" }}>{texts.pages(count)}</Typography.Text>
          <Button
            icon={<DownOutlined />}
            aria-label={texts.next}
            title={texts.next}
            disabled={current >= count}
            onClick={() => goTo(current + 1)}
          />
        </Flex>
        <Flex align="center" gap={4}>
          <Button
            icon={<ZoomOutOutlined />}
            aria-label={texts.smaller}
            title={texts.smaller}
            onClick={() => step(-1)}
          />
          <Typography.Text style={{ width: 48, textAlign: "center" }}>
            {`${Math.round(scale * 100)}%`}
          </Typography.Text>
          <Button
            icon={<ZoomInOutlined />}
            aria-label={texts.larger}
            title={texts.larger}
            onClick={() => step(1)}
          />
          <Button
            icon={<ColumnWidthOutlined />}
            aria-label={texts.fit}
            title={texts.fit}
            onClick={() => setZoom(null)}
          />
        </Flex>
        {extra}
      </Flex>
      <div
        ref={box}
        role="document"
        aria-label={label}
        tabIndex={0}
        onScroll={look}
        style={{
          flex: 1,
          minHeight: 0,
          overflow: "auto",
          position: "relative",
          background: "#6b6f76",
          borderRadius: 6,
          padding: MARGIN,
        }}
      >
        {first === null
          ? null
          : Array.from({ length: count }, (_, index) => (
              <PdfPage
                key={index}
                document={document}
                number={index + 1}
                scale={scale * FULL}
                expected={{ width: first.width * scale, height: first.height * scale }}
                view={box}
                label={texts.pageNo(index + 1)}
              />
            ))}
      </div>
    </Flex>
  );
}
