// Words of keeping the ledger safe: the backup plan, backups by hand, checking, restoring, closing.
import { en } from "./texts.en";
import { zhCN } from "./texts.zh-CN";

export const TEXTS = { "zh-CN": zhCN, en };
