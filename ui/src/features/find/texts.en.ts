import type { Texts } from "./texts";

export const en: Texts = {
  words: "Words to find",
  hint: 'words: all are wanted; "quotes" keep words together; OR or |: one will do; -word keeps it out',
  unit: "Unit",
  allUnits: "All units",
  days: "Days",
  from: "from",
  until: "until",
  inTitle: "Titles only",
  kinds: "Where",
  all: (count) => `All ${count}`,
  kind: {
    ticket: "Tickets",
    opportunity: "Opportunities",
    customer: "Customers",
    form: "Communication and forms",
    document: "Documents",
  },
  of: (kind, count) => `${kind} ${count}`,
  total: (count) => `${count} found`,
  behind: (count) =>
    `What was written lately is being indexed, ${count} to go; the answer is renewed by itself.`,
  unread: (count) => `${count} attached files are still being read; the answer is renewed by itself.`,
  inFile: (name, version, holds, place) =>
    `File ${name}, version ${version}${holds ? "" : " (replaced or taken back)"}${place === "" ? "" : `, ${place}`}: `,
  none: "Nothing found",
  noneHelp: "Try other words, or fewer; script, width and capitals make no difference.",
  ask: "Type some words to find what is written on tickets and in their files, on opportunities, customers and forms",
  askHelp: "What has them in its name comes first, then the newest. Only what you may see is listed.",
  more: "Show more",
  line: ({ unit, key, day }, unitName) =>
    [key, unitName === "" ? unit : unitName, day ?? ""].filter((text) => text !== "").join(" · "),
};
