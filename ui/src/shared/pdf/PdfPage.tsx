// One page of a PDF: a place of its size, with a picture in it while it is near the view.
import { memo, type RefObject, useEffect, useRef, useState } from "react";
import type { PDFDocumentProxy } from "./open";

interface PdfPageProps {
  document: PDFDocumentProxy;
  number: number;
  /** Pixels of the page per point. */
  scale: number;
  /** Its size until it is known. */
  expected: { width: number; height: number };
  /** What it scrolls in. */
  view: RefObject<HTMLDivElement | null>;
  label: string;
}

/** Pages are drawn so far ahead of the view, so that scrolling meets no empty ones. */
const AHEAD = "800px 0px";

export const PdfPage = memo(
  function PdfPage({ document, number, scale, expected, view, label }: PdfPageProps) {
    const place = useRef<HTMLDivElement>(null);
    const canvas = useRef<HTMLCanvasElement>(null);
    const [near, setNear] = useState(false);
    const [size, setSize] = useState<{ width: number; height: number; scale: number } | null>(null);
    const dense = usePixelRatio();

    useEffect(() => {
      const element = place.current;
      if (element === null) return;
      const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
        root: view.current,
        rootMargin: AHEAD,
      });
      observer.observe(element);
      return () => observer.disconnect();
    }, [view]);

    useEffect(() => {
      const target = canvas.current;
      if (!near || target === null) return;
      let gone = false;
      let stop: (() => void) | null = null;
      void (async () => {
        try {
          const page = await document.getPage(number);
          if (gone) return;
          // Drawn in the screen's own pixels, so that it is sharp at 125 % and 200 %.
          const viewport = page.getViewport({ scale: scale * dense });
          target.width = Math.floor(viewport.width);
          target.height = Math.floor(viewport.height);
          setSize({ width: viewport.width / dense, height: viewport.height / dense, scale });
          const drawing = page.render({ canvas: target, viewport });
          stop = () => drawing.cancel();
          await drawing.promise;
        } catch {
          // Given up because it was scrolled away or zoomed: the next drawing takes its place.
        }
      })();
      return () => {
        gone = true;
        stop?.();
        // Far away it gives its memory back.
        target.width = 0;
        target.height = 0;
      };
    }, [document, number, scale, dense, near]);

    const known = size !== null && size.scale === scale ? size : expected;
    return (
      <div
        ref={place}
        data-page={number}
        role="img"
        aria-label={label}
        style={{
          width: known.width,
          height: known.height,
          margin: "0 auto 12px",
          background: "#fff",
          boxShadow: "0 1px 4px rgba(0, 0, 0, 0.35)",
        }}
      >
        <canvas ref={canvas} style={{ width: "100%", height: "100%", display: "block" }} />
      </div>
    );
  },
  (a, b) =>
    a.document === b.document &&
    a.number === b.number &&
    a.scale === b.scale &&
    a.expected.width === b.expected.width,
);

/** Device pixels per pixel; changes when the window moves to another screen. */
function usePixelRatio(): number {
  const [ratio, setRatio] = useState(() => window.devicePixelRatio || 1);
  useEffect(() => {
    const query = window.matchMedia(`(resolution: ${ratio}dppx)`);
    const hear = () => setRatio(window.devicePixelRatio || 1);
    query.addEventListener("change", hear);
    return () => query.removeEventListener("change", hear);
  }, [ratio]);
  return ratio;
}
