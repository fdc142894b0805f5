// What a list is narrowed to: still there when one comes back to it, until the window is closed.
import { useCallback, useState } from "react";
import { useInView } from "./inView";
import { useSignedIn, useWhose } from "./session";

/** The filter of a list by the list's name, and how to keep another. `whole` narrows nothing beside the unit. */
export function useKeptFilter<Filter extends { unit: string | null }>(
  name: string,
  whole: (unit: string | null) => Filter,
): [Filter, (next: Filter) => void, Filter] {
  const key = useWhose(name);
  const { session } = useSignedIn();
  const { units } = useInView();
  // Whoever belongs to a unit begins with it; who sees several begins with all.
  const first = whole(session.unit);
  const [kept, setKept] = useState<Filter>(() => {
    const text = sessionStorage.getItem(key);
    return text === null ? first : { ...first, ...(JSON.parse(text) as Partial<Filter>) };
  });
  const keep = useCallback(
    (next: Filter) => {
      sessionStorage.setItem(key, JSON.stringify(next));
      setKept(next);
    },
    [key],
  );
  // A unit that is no longer seen narrows nothing.
  const gone = kept.unit !== null && units.length > 0 && units.every(({ code }) => code !== kept.unit);
  return [gone ? { ...kept, unit: session.unit } : kept, keep, first];
}
