// Which of the quarter's months the sheet opens with.

interface Month {
  month: string;
  closed: boolean;
}

/** The first month that has begun and is not closed, else the last that has begun; null where none has. */
export function monthToOpen(months: string[], known: Month[], thisMonth: string): string | null {
  const begun = months.filter((month) => month <= thisMonth);
  const open = begun.find((month) => known.some((of) => of.month === month && !of.closed));
  return open ?? begun.at(-1) ?? null;
}
