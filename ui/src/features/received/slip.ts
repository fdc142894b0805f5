// An 异议单 as it is typed, and the request it comes to; which files one can be written against or taken in.
import type { CheckView, WriteObjectionSlip } from "../../bindings/bindings";

/** Stands for no person. */
export const WHOLE_UNIT = "";

export interface SlipFields {
  objections: { about?: string; text: string }[];
  writer: string;
  post?: string;
  out: string;
}

export function slipRequest(path: string, fields: SlipFields): WriteObjectionSlip {
  const post = fields.post?.trim() ?? "";
  return {
    path,
    out: fields.out.trim(),
    writer: fields.writer.trim(),
    post: post === "" ? null : post,
    objections: fields.objections.map(({ about, text }) => ({
      staffNo: about === undefined || about === WHOLE_UNIT ? null : about,
      text: text.trim(),
    })),
  };
}

type Person = NonNullable<CheckView["sheet"]>["people"][number];

/** `张三 QT0001 · 7月 90 · 8月 —`: the name where it may be seen, and the months as the sheet has them. */
export function personLabel(
  { staffNo, name, months }: Person,
  words: { month: (n: number) => string; notScored: string },
): string {
  const scores = months.map(
    ({ month, score }) => `${words.month(Number(month.slice(5)))} ${score ?? words.notScored}`,
  );
  return [[name, staffNo].filter(Boolean).join(" "), ...scores].join(" · ");
}

/** A sound, formal confirmation sheet: the one thing that can be objected to. */
export function objectable(check: CheckView): boolean {
  return (
    check.kind === "confirmationSheet" &&
    check.formal === true &&
    check.sheet !== null &&
    check.verdict !== "altered" &&
    check.verdict !== "invalid"
  );
}
