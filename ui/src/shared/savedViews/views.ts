// Views of a list that a user keeps under a name: read back, replaced, found again.

/** A filter that the user kept. */
export interface SavedView<Filter> {
  name: string;
  filter: Filter;
}

/** Names are shown on one line. */
export const LONGEST_NAME = 20;

/** Reads a filter as it was kept; null where it is none of this list. What an earlier program did not keep is as if not set. */
export type ReadFilter<Filter> = (kept: object) => Filter | null;

function read<Filter>(value: unknown, filterOf: ReadFilter<Filter>): SavedView<Filter>[] {
  if (typeof value !== "object" || value === null || !("name" in value) || !("filter" in value)) return [];
  const { name, filter } = value;
  if (typeof name !== "string" || typeof filter !== "object" || filter === null) return [];
  const known = filterOf(filter);
  return known === null ? [] : [{ name, filter: known }];
}

/** The views kept under a key; what cannot be read is left out. */
export function readViews<Filter>(key: string, filterOf: ReadFilter<Filter>): SavedView<Filter>[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.flatMap((one) => read(one, filterOf)) : [];
  } catch {
    return [];
  }
}

export function keepViews<Filter>(key: string, views: SavedView<Filter>[]): void {
  if (views.length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(views));
}

/** The views with one more, in the place of another of that name. */
export function withView<Filter>(
  views: SavedView<Filter>[],
  name: string,
  filter: Filter,
): SavedView<Filter>[] {
  const kept = { name: name.trim().slice(0, LONGEST_NAME), filter };
  return views.some((view) => view.name === kept.name)
    ? views.map((view) => (view.name === kept.name ? kept : view))
    : [...views, kept];
}

/** The view that asks for just this, if one does. */
export function viewOf<Filter>(
  views: SavedView<Filter>[],
  filter: Filter,
  request: (filter: Filter) => unknown,
): SavedView<Filter> | undefined {
  const asked = JSON.stringify(request(filter));
  return views.find((view) => JSON.stringify(request(view.filter)) === asked);
}
