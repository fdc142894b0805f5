// The words of the screen 结算.
import { en } from "./texts/en";
import { zhCN } from "./texts/zhCN";

export type { SettlementTexts } from "./texts/zhCN";
export const TEXTS = { "zh-CN": zhCN, en };
