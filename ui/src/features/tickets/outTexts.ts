// Words of what comes out of tickets: views of the list, files, the dossier.
const zhCN = {
  view: "显示方式",
  viewNames: { list: "列表", board: "看板", statistics: "统计", week: "支撑周统计" },
  list: {
    exportTitle: "工单清单保存到哪里",
    exportName: (day: string) => `工单 ${day}.xlsx`,
    sheet: "Excel 或 CSV",
  },
  board: {
    overdue: (count: number) => `已超时 ${count}`,
    none: "没有工单",
    more: (count: number) => `还有 ${count} 张，请到列表查看`,
    age: (days: number) => (days === 0 ? "今天受理" : `受理 ${days} 天`),
    nobody: "未分派",
  },
  statistics: {
    period: "统计期",
    periods: {
      week: "本周",
      lastWeek: "上周",
      month: "本月",
      lastMonth: "上月",
      quarter: "本季度",
      year: "本年",
    },
    measures: { counts: "数量", inTime: "按时率", marks: "评价" },
    means: "指标口径",
    chart: (by: string, count: number) => `${by}的图，共 ${count} 组；数字见下面的表`,
    notDrawn: (count: number) => `图中只画工单最多的各组，另有 ${count} 组见下面的表`,
    pictureName: (from: string, to: string) => `工单统计 ${from} 至 ${to}`,
    export: "导出统计",
    exportTitle: "工单统计保存到哪里",
    exportName: (from: string, to: string) => `工单统计 ${from} 至 ${to}.xlsx`,
  },
  unit: "用人单位",
  allUnits: "全部单位",
  engineer: "责任人",
  allEngineers: "全部责任人",
  files: {
    former: (count: number) => `显示已替换和撤回的 ${count} 个`,
    version: (version: number) => `第 ${version} 版`,
    record: (number: number) => `第 ${number} 号记录`,
    audited: (round: number) => `第 ${round} 轮送审`,
    copyHash: "复制文件校验值（SHA-256）",
    copied: "已复制",
  },
  dossier: {
    make: "导出档案",
    title: "工单档案保存到哪里",
    name: (ticket: string) => `工单档案 ${ticket}.pdf`,
  },
};

const en: typeof zhCN = {
  view: "View",
  viewNames: { list: "List", board: "Board", statistics: "Statistics", week: "Week of supports" },
  list: {
    exportTitle: "Where to save the list",
    exportName: (day) => `tickets ${day}.xlsx`,
    sheet: "Excel or CSV",
  },
  board: {
    overdue: (count) => `${count} overdue`,
    none: "No tickets",
    more: (count) => `${count} more; see the list`,
    age: (days) => (days === 0 ? "came in today" : `${days} days old`),
    nobody: "nobody yet",
  },
  statistics: {
    period: "Period",
    periods: {
      week: "This week",
      lastWeek: "Last week",
      month: "This month",
      lastMonth: "Last month",
      quarter: "This quarter",
      year: "This year",
    },
    measures: { counts: "Counts", inTime: "In time", marks: "Marks" },
    means: "What the figures mean",
    chart: (by, count) => `Chart ${by}, ${count} groups; the figures stand in the table below`,
    notDrawn: (count) =>
      `Only the groups with most tickets are drawn; ${count} more stand in the table below`,
    pictureName: (from, to) => `tickets ${from} to ${to}`,
    export: "Export statistics",
    exportTitle: "Where to save the statistics",
    exportName: (from, to) => `ticket statistics ${from} to ${to}.xlsx`,
  },
  unit: "Unit",
  allUnits: "All units",
  engineer: "Engineer",
  allEngineers: "All engineers",
  files: {
    former: (count) => `show ${count} replaced or taken back`,
    version: (version) => `version ${version}`,
    record: (number) => `record ${number}`,
    audited: (round) => `audit, round ${round}`,
    copyHash: "Copy the file’s hash (SHA-256)",
    copied: "Copied",
  },
  dossier: {
    make: "Make the dossier",
    title: "Where to save the dossier",
    name: (ticket) => `ticket ${ticket}.pdf`,
  },
};

export const OUT = { "zh-CN": zhCN, en };
