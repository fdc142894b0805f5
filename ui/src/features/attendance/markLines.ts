// Several marks of one day, written under each other in a cell: two lines, as even as they go.

/** The marks, broken into two lines where there are several; `迟25 早20` becomes `迟25` above `早20`. */
export function markLines(text: string): string[] {
  const marks = text.split(" ");
  if (marks.length < 2) return [text];
  const cuts = marks
    .slice(1)
    .map((_, at) => [marks.slice(0, at + 1).join(" "), marks.slice(at + 1).join(" ")]);
  const longest = (lines: string[]) => Math.max(...lines.map(({ length }) => length));
  return cuts.reduce((best, cut) => (longest(cut) < longest(best) ? cut : best));
}
