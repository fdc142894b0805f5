// Words about an 异议单: what it says, and what taking it in will do.
const zhCN = {
  title: "异议单",
  unit: "用人单位",
  sheet: "针对的确认单",
  sheetNo: (no: string, revision: number) => `${no}（第 ${revision} 版）`,
  writer: "填写人",
  writtenOn: (on: string) => `${on} 填写`,
  wholeUnit: "整个单位",
  take: "导入异议单",
  takeAct: (n: number) => `登记 ${n} 条异议`,
  taken: (n: number) => `已登记 ${n} 条异议，等待单位答复`,
  reading: "正在读取…",
  already: "这份异议单里的异议都已登记，不需要再次导入。",
  some: (fresh: number, all: number) => `其中 ${all - fresh} 条已登记过，这次只登记 ${fresh} 条。`,
  says: (unit: string, quarter: string) =>
    `登记后由${unit}逐条答复；办完以前，${quarter}不能审定。异议单随异议一起存档。`,
  unsigned: "这份异议单没有签名，请先向乙方核实确是对方提出的。",
  unverifiable: "签名的算法本程序不能核验，请先向乙方核实确是对方提出的。",
  signed: (name: string) => `乙方${name}已签署，内容没有改动。`,
  notRegistered: "签名证书不是乙方登记的证书，请先向乙方核实。",
  notByProvider: "上面没有乙方的签名，请先向乙方核实确是对方提出的。",
  figuresChanged: "得分在这份确认单之后改动过：异议针对的已不是现在的得分。请一并核对。",
  notDelivered: "还没有登记送达，异议期限未开始计算。",
  term: (on: string, until: string) => `${on} 送达，异议期到 ${until} 为止。`,
  receivedOn: "收到日期",
  receivedHelp: "按收到这份单子的日期判断是否在异议期内",
};

const en: typeof zhCN = {
  title: "Objection slip",
  unit: "Unit",
  sheet: "Against the sheet",
  sheetNo: (no, revision) => `${no} (revision ${revision})`,
  writer: "Written by",
  writtenOn: (on) => `on ${on}`,
  wholeUnit: "The whole unit",
  take: "Import an objection slip",
  takeAct: (n) => (n === 1 ? "Record 1 objection" : `Record ${n} objections`),
  taken: (n) => `${n} recorded; the unit has to answer`,
  reading: "Reading…",
  already: "All objections of this slip are on record already: there is nothing to import.",
  some: (fresh, all) => `${all - fresh} of them are on record already; ${fresh} will be recorded.`,
  says: (unit, quarter) =>
    `${unit} then answers each of them; until they are settled ${quarter} cannot be finalised. The slip is kept with them.`,
  unsigned: "Nobody has signed this slip: ask the provider first whether it is theirs.",
  unverifiable: "The signature cannot be verified here: ask the provider first whether it is theirs.",
  signed: (name) => `Signed by ${name} for the provider and not changed.`,
  notRegistered: "The certificate is not the one registered for the provider: ask them first.",
  notByProvider: "The provider's signature is missing: ask them first whether it is theirs.",
  figuresChanged:
    "The scores were changed after this sheet: the objection is not about those that stand now.",
  notDelivered: "No delivery is on record: the term for objections has not begun.",
  term: (on, until) => `Delivered on ${on}; the term for objections ends on ${until}.`,
  receivedOn: "Received on",
  receivedHelp: "Decides whether it came within the term",
};

export const SLIP_TEXTS = { "zh-CN": zhCN, en };
export type SlipTexts = typeof zhCN;
