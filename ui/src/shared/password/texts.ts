// Words of a new password.
import type { Strength } from "./strength";

const zhCN = {
  needed: "请设置密码",
  short: "至少 8 个字符",
  again: "再输一次密码",
  againNeeded: "请再输一次密码",
  unequal: "两次输入的密码不一样",
  strength: {
    short: "还太短",
    weak: "偏弱：加长一些，或加上数字、符号",
    fair: "可以",
    strong: "很好",
  } as Record<Strength, string>,
};

const en: typeof zhCN = {
  needed: "Set a password",
  short: "At least 8 characters",
  again: "Password again",
  againNeeded: "Enter the password again",
  unequal: "The two passwords differ",
  strength: {
    short: "too short",
    weak: "weak: make it longer, or add figures and signs",
    fair: "fair",
    strong: "strong",
  },
};

export const TEXTS = { "zh-CN": zhCN, en };
