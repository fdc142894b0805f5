// Words of an engineer's own months.
const zhCN = {
  scores: "各月考核",
  none: "还没有考核得分",
  noneHelp: "单位管理人员提交各月评分后，得分和扣分原因会列在这里。",
  month: "月份",
  unit: "单位",
  score: "得分",
  deducted: "扣分和说明",
  full: "没有扣分",
  nobody: "这个账号还没有对应的工号，请系统管理员在“设置”的“账号”里指定。",
};

const en: typeof zhCN = {
  scores: "Scores month by month",
  none: "No scores yet",
  noneHelp: "Once your unit's manager has submitted a month, its score and what was taken off stand here.",
  month: "Month",
  unit: "Unit",
  score: "Score",
  deducted: "Taken off, and notes",
  full: "Nothing was taken off",
  nobody: "This account has no staff number yet: an administrator enters it under Settings, Accounts.",
};

export const TEXTS = { "zh-CN": zhCN, en };
