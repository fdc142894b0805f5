// Marks between what is put together of several words: a label and what it says, the parts of a list.
import { usePick } from "./pick";

const MARKS = {
  "zh-CN": {
    colon: "：",
    comma: "，",
    list: "、",
    semicolon: "；",
    /** A remark behind something. */
    aside: (text: string) => `（${text}）`,
  },
  en: { colon: ": ", comma: ", ", list: ", ", semicolon: "; ", aside: (text: string) => ` (${text})` },
};

export type Marks = (typeof MARKS)["en"];

/** Those of the language in use. */
export const useMarks = (): Marks => usePick(MARKS);
