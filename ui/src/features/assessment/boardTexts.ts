// Words of the board.
import type { CellState } from "./board";

const zhCN = {
  unit: "用人单位",
  groups: { provincial: "省级", city: "市州分公司" } as Record<string, string>,
  monthName: (month: string) => `${Number(month.slice(5))}月`,
  monthLong: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  states: {
    future: "未到",
    open: "未评分",
    scored: "已评分待审核",
    closed: "已审核",
    nobody: "无人",
    undeclared: "无人未登记",
    exempt: "不纳入考核",
  } satisfies Record<CellState, string>,
  partly: (scored: number, all: number) => `${scored} / ${all}`,
  cell: (unit: string, month: string, state: string) => `${unit} ${month}：${state}，点开评分表`,
  missing: (names: string) => `未评分：${names}`,
  counted: (doneCells: number, all: number) => `已办完 ${doneCells} / ${all}`,
  countedHelp: "一个单位一个月算一项；还没有到的月份不算",
  show: "按状态筛选",
  all: "全部",
  waiting: "没办完",
  none: "没有这种状态的单位",
  noneHelp: "换一个筛选条件看看。",
  confirmed: "双方确认",
  party: { client: "甲方", provider: "乙方" } as Record<string, string>,
  confirmedYes: (party: string) => `${party}已确认`,
  confirmedNo: (party: string) => `${party}未确认`,
  objection: "有异议",
  objectionGo: "有异议没有办完，点开查看",
  remindOne: "催办",
  remindOneHelp: (unit: string) => `复制给${unit}的催办文字`,
  remindAll: (n: number) => `催办逾期单位（${n}）`,
  remindBegun: (n: number) => `催办全部未办完（含当月）（${n}）`,
  remindMenu: "催办",
  remindNone: "没有要催的",
  copied: "催办文字已复制，可以粘贴到微信或 OA",
  copyYourself: "请手工复制下面的文字",
  close: "关闭",
  own: "这里只显示本单位的进度。",
  remind: {
    score: (month: string, n: number, names: string[]) =>
      `${month}还有 ${n} 人未评分（${names.join("、")}${n > names.length ? "等" : ""}）`,
    review: (month: string) => `${month}已评分，待领导审核`,
    undeclared: (month: string) => `${month}没有在岗人员，待登记`,
    unit: (unit: string, lacks: string[]) =>
      `【售前支撑考核催办】${unit}：\n${lacks.map((lack, index) => `${index + 1}. ${lack}`).join("；\n")}。\n请尽快在慧签中办理，谢谢。`,
    line: (unit: string, lacks: string[]) => `${unit}：${lacks.join("；")}`,
    all: (lines: string[]) =>
      `【售前支撑考核催办】以下 ${lines.length} 个单位的考核还没有办完：\n${lines.map((line, index) => `${index + 1}. ${line}`).join("。\n")}。\n请各单位尽快在慧签中办理，谢谢。`,
  },
};

const en: typeof zhCN = {
  unit: "Unit",
  groups: { provincial: "Provincial", city: "City branches" },
  monthName: (month) =>
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
      Number(month.slice(5)) - 1
    ] ?? month,
  monthLong: (month) => month,
  states: {
    future: "Not yet",
    open: "Not scored",
    scored: "To review",
    closed: "Reviewed",
    nobody: "Nobody",
    undeclared: "Undeclared",
    exempt: "Left out",
  },
  partly: (scored, all) => `${scored} / ${all}`,
  cell: (unit, month, state) => `${unit}, ${month}: ${state}. Open the scoring sheet`,
  missing: (names) => `Not scored: ${names}`,
  counted: (doneCells, all) => `${doneCells} of ${all} done`,
  countedHelp: "One for each unit and month; months to come are not counted",
  show: "Filter by state",
  all: "All",
  waiting: "Not done",
  none: "No unit is in this state",
  noneHelp: "Choose another filter.",
  confirmed: "Confirmed by",
  party: { client: "Client", provider: "Provider" },
  confirmedYes: (party) => `${party} confirmed`,
  confirmedNo: (party) => `${party} has not confirmed`,
  objection: "Objection",
  objectionGo: "An objection is not settled: open it",
  remindOne: "Remind",
  remindOneHelp: (unit) => `Copy the reminder for ${unit}`,
  remindAll: (n) => `Remind those overdue (${n})`,
  remindBegun: (n) => `Remind all not done, this month too (${n})`,
  remindMenu: "Remind",
  remindNone: "Nobody to remind",
  copied: "The reminder is copied: paste it into WeChat or OA",
  copyYourself: "Please copy this text by hand",
  close: "Close",
  own: "Only your own unit is shown here.",
  remind: {
    score: (month, n, names) =>
      `${month}: ${n} people not scored (${names.join(", ")}${n > names.length ? ", …" : ""})`,
    review: (month) => `${month}: scored, waits for the leader's review`,
    undeclared: (month) => `${month}: nobody on duty, to be declared`,
    unit: (unit, lacks) =>
      `[Assessment reminder] ${unit}:\n${lacks.map((lack, index) => `${index + 1}. ${lack}`).join(";\n")}.\nPlease see to it in Huiqian. Thank you.`,
    line: (unit, lacks) => `${unit}: ${lacks.join("; ")}`,
    all: (lines) =>
      `[Assessment reminder] ${lines.length} units are not done:\n${lines.map((line, index) => `${index + 1}. ${line}`).join(".\n")}.\nPlease see to it in Huiqian. Thank you.`,
  },
};

export const BOARD_TEXTS = { "zh-CN": zhCN, en };
export type BoardTexts = typeof zhCN;
