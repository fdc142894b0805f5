// Words of what comes out of tickets: views of the list, files, the dossier.
const zhCN = {
  unit: "用人单位",
  allUnits: "全部单位",
  engineer: "责任人",
  allEngineers: "全部责任人",
  views: {
    title: "我的视图",
    save: "存为视图",
    keep: "保存",
    name: "视图名称",
    help: "把现在的筛选和排序存下来，以后在“我的视图”里直接选。同名的会替换。",
    remove: (name: string) => `删除视图“${name}”`,
  },
  files: {
    title: (count: number) => `文件（${count}）`,
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
  unit: "Unit",
  allUnits: "All units",
  engineer: "Engineer",
  allEngineers: "All engineers",
  views: {
    title: "My views",
    save: "Save view",
    keep: "Save",
    name: "Name of the view",
    help: "Keeps filter and order under a name, to be chosen again under “My views”. The same name replaces.",
    remove: (name) => `Delete the view “${name}”`,
  },
  files: {
    title: (count) => `Files (${count})`,
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
