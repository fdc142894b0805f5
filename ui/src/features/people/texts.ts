// Words of 人员, in both languages.
import { en } from "./texts.en";
import { type PeopleTexts, zhCN } from "./texts.zh-CN";

export type { PeopleTexts };
export const TEXTS = { "zh-CN": zhCN, en };
