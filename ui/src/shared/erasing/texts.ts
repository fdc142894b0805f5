// Words of erasing personal data where they stand.
const zhCN = {
  erase: "删除个人信息",
  eraseOf: (name: string) => `删除个人信息：${name}`,
  says: "删除后不能恢复，页面上显示为“已删除”。以前的备份、已经给出的文件和手写在原因里的内容不会随之改变，需要另行处理。",
  reason: "原因",
  done: "已删除个人信息",
};

const en: typeof zhCN = {
  erase: "Erase personal data",
  eraseOf: (name) => `Erase personal data: ${name}`,
  says: "This cannot be undone; the page shows that it was erased. Earlier backups, documents given out and what was typed into reasons stay as they are and are dealt with apart.",
  reason: "Reason",
  done: "Personal data erased",
};

export const TEXTS = { "zh-CN": zhCN, en };
