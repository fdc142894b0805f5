// Words of 设置, in both languages.
import { en } from "./texts.en";
import { type SettingsTexts, zhCN } from "./texts.zh-CN";

export type { SettingsTexts };
export const TEXTS = { "zh-CN": zhCN, en };
