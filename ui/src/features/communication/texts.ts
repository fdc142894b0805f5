// Both languages of this screen.
import { en } from "./texts.en";
import { zhCN } from "./texts.zh-CN";

export type Texts = typeof zhCN;
export const TEXTS: Record<"zh-CN" | "en", Texts> = { "zh-CN": zhCN, en };
