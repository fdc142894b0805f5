import { en } from "./texts.en";
import { zhCN } from "./texts.zh-CN";

export const TEXTS = { "zh-CN": zhCN, en };
