// Hints on many places at once, a table's cells: one bubble for all of them. A tooltip of its own for each of some hundred
// places would hold the page up longer than everything else on the screen.
import { Tooltip } from "antd";
import { type FocusEvent, type PointerEvent, type ReactNode, useState } from "react";

/** To be spread over an element inside `<Hints>`; nothing where there is nothing to say. */
export function hint(text: string | null): { "data-hint"?: string; "aria-description"?: string } {
  return text === null ? {} : { "data-hint": text, "aria-description": text };
}

interface Shown {
  text: string;
  at: DOMRect;
}

export function Hints({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const look = ({ target }: PointerEvent | FocusEvent) => {
    const place = target instanceof Element ? target.closest<HTMLElement>("[data-hint]") : null;
    const text = place?.dataset.hint;
    setShown(place === null || text === undefined ? null : { text, at: place.getBoundingClientRect() });
  };
  const away = () => setShown(null);
  return (
    <div onPointerOver={look} onPointerLeave={away} onFocus={look} onBlur={away} onWheel={away}>
      {children}
      {shown === null ? null : (
        // Another place is another bubble: it is put where it belongs.
        <Tooltip key={`${shown.at.x} ${shown.at.y}`} open title={<Lines text={shown.text} />}>
          <span
            aria-hidden
            style={{
              position: "fixed",
              pointerEvents: "none",
              left: shown.at.left,
              top: shown.at.top,
              width: shown.at.width,
              height: shown.at.height,
            }}
          />
        </Tooltip>
      )}
    </div>
  );
}

function Lines({ text }: { text: string }) {
  return <span style={{ whiteSpace: "pre-line" }}>{text}</span>;
}
