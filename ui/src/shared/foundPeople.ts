// People to choose from, found by words: there may be a hundred thousand, so that only the first are asked for.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { People, PersonView } from "../bindings/bindings";
import { usePaused } from "./paused";
import { call, useTransport } from "./transport";

interface FoundPeople {
  people: PersonView[];
  /** What is typed has not been looked for yet. */
  looking: boolean;
}

/** Among whom is looked. */
export type Among = Pick<People, "units" | "here">;

const EVERYBODY: Among = {};

/** The first stays with these words in them, by staff number. Who was found before stays until the answer comes. */
export function useFoundPeople(
  typed: string,
  limit: number,
  enabled: boolean,
  among: Among = EVERYBODY,
): FoundPeople {
  const transport = useTransport();
  const words = typed.trim();
  const find = usePaused(words);
  const found = useQuery({
    queryKey: ["people", { find, limit, ...among }],
    queryFn: () => call(transport, "people", { find, limit, ...among }),
    // Everybody is asked for only where nothing is typed, and not while the first letters are.
    enabled: enabled && (find !== "" || words === ""),
    placeholderData: keepPreviousData,
  });
  return {
    people: found.data?.lines ?? [],
    looking: enabled && (find !== words || found.isPending || found.isPlaceholderData),
  };
}
