// Reading and translating a component's code when it is first drawn takes the engine about as long again as the drawing. So
// the page of the list's first person is drawn once while the list is being looked at, where nobody sees or reaches it, and
// taken away again: whoever is opened first then comes nearly as fast as everybody after them.
import { startTransition, useEffect, useEffectEvent, useState } from "react";
import { useReadAhead } from "../../shared/useCase";
import { PersonPage } from "./PersonPage";

/** The list is left to draw itself first, ms. */
const AFTER_MS = 400;
/** Given for reading and drawing; then it is taken away again, ms. */
const FOR_MS = 1_000;

/** Laid out as on a screen, and neither seen nor reached. */
const OUT_OF_SIGHT = {
  position: "fixed",
  inset: 0,
  overflow: "hidden",
  visibility: "hidden",
  pointerEvents: "none",
} as const;

/** Once for as long as the window is open. */
let rehearsed = false;

export function Rehearsal({ staffNo }: { staffNo: string }) {
  const [drawn, setDrawn] = useState(false);
  const read = useReadAhead("person", { staffNo });
  const begin = useEffectEvent(() => {
    rehearsed = true;
    void read().then(() => startTransition(() => setDrawn(true)));
  });
  useEffect(() => {
    if (rehearsed) return undefined;
    const timers = [setTimeout(begin, AFTER_MS), setTimeout(() => setDrawn(false), AFTER_MS + FOR_MS)];
    return () => timers.forEach(clearTimeout);
  }, []);
  return drawn ? (
    <div inert aria-hidden style={OUT_OF_SIGHT}>
      <PersonPage staffNo={staffNo} />
    </div>
  ) : null;
}
