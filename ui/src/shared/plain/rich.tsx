// Parts made of Ant Design within a plain page. The library is fetched when the first of them is to be shown; one theme draws them all,
// each in its place, so that a message they show outlives the part that showed it.
import {
  createContext,
  Fragment,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { createPortal } from "react-dom";

interface Part {
  place: HTMLElement;
  shown: ReactNode;
}

type Parts = ReadonlyMap<string, Part>;

/** The parts that are to be shown. No state of a component: whoever shows a part is not drawn anew because of it. */
export interface RichStore {
  show(id: string, part: Part | null): void;
  hear(changed: () => void): () => void;
  parts(): Parts;
}

export function newRichStore(): RichStore {
  let parts: Parts = new Map();
  const hearers = new Set<() => void>();
  return {
    show: (id, part) => {
      const after = new Map(parts);
      if (part === null) after.delete(id);
      else after.set(id, part);
      parts = after;
      for (const changed of hearers) changed();
    },
    hear: (changed) => {
      hearers.add(changed);
      return () => hearers.delete(changed);
    },
    parts: () => parts,
  };
}

export const RichContext = createContext<RichStore | null>(null);

/** Shows something made of Ant Design here. */
export function Rich({ children }: { children: ReactNode }) {
  const store = useContext(RichContext);
  if (store === null) throw new Error("nobody around this part draws it");
  const id = useId();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (place !== null) store.show(id, { place, shown: children });
  }, [id, place, children, store]);
  useEffect(() => () => store.show(id, null), [id, store]);
  return <div ref={setPlace} />;
}

/** Whether there is something to draw. */
export function useAnyRich(store: RichStore): boolean {
  return useSyncExternalStore(store.hear, () => store.parts().size > 0);
}

/** Draws the parts, each in its place; stands within the theme. */
export function RichParts({ store }: { store: RichStore }) {
  const parts = useSyncExternalStore(store.hear, store.parts);
  return [...parts].map(([id, { place, shown }]) => (
    <Fragment key={id}>{createPortal(<Suspense fallback={null}>{shown}</Suspense>, place)}</Fragment>
  ));
}
