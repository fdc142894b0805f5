// A feature's own words: a list for each language, with the same keys.
import { usePreference } from "./preference";
import type { Language } from "./words";

/** The list of the language in use. */
export function usePick<T>(lists: Record<Language, T>): T {
  return lists[usePreference().language];
}
