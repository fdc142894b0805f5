// Lists that are read a page at a time.

/** Pages that are read again when the window comes to the front; of a list that was scrolled far down, each would be. */
const FEW = 5;

export function fewPages({ state }: { state: { data: { pages: unknown[] } | undefined } }): boolean {
  return (state.data?.pages.length ?? 0) <= FEW;
}
