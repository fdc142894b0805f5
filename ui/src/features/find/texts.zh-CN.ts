import type { FoundLine } from "../../bindings/bindings";

export const zhCN = {
  words: "查找文字",
  hint: "词之间空格表示都要有；“引号”里的连在一起；或、| 表示有一个就行；-词 表示不要",
  unit: "用人单位",
  allUnits: "全部单位",
  days: "日期",
  from: "起",
  until: "止",
  inTitle: "只查名称",
  kinds: "查找范围",
  all: (count: number) => `全部 ${count}`,
  kind: {
    ticket: "工单",
    opportunity: "商机",
    customer: "客户",
    form: "沟通和表单",
    document: "文档",
  } as Record<string, string>,
  of: (kind: string, count: number) => `${kind} ${count}`,
  total: (count: number) => `找到 ${count} 条`,
  behind: (count: number) => `正在编入新写的内容，还有 ${count} 条；编完后结果自动更新。`,
  unread: (count: number) => `还有 ${count} 个文件的内容正在读，读完后结果自动更新。`,
  inFile: (name: string, version: number, holds: boolean, place: string) =>
    `文件 ${name} 第 ${version} 版${holds ? "" : "（已替换或撤回）"}${place === "" ? "" : `，${place}`}：`,
  none: "没有找到",
  noneHelp: "换个说法，或少写几个词；繁体简体、全角半角、大小写都一样。",
  ask: "写几个字，查找工单和它的文件、商机、客户、沟通和表单里写过的内容",
  askHelp: "名称里有的排在前面，其余按登记的先后，新的在前。只列出您能看的。",
  more: "继续列出",
  line: ({ unit, key, day }: FoundLine, unitName: string) =>
    [key, unitName === "" ? unit : unitName, day ?? ""].filter((text) => text !== "").join(" · "),
};
