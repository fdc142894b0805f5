// Words of the views that users keep.
const zhCN = {
  title: "我的视图",
  save: "存为视图",
  keep: "保存",
  name: "视图名称",
  help: "把现在的筛选和排序存下来，以后在“我的视图”里直接选。同名的会替换。",
  remove: (name: string) => `删除视图“${name}”`,
};

const en: typeof zhCN = {
  title: "My views",
  save: "Save view",
  keep: "Save",
  name: "Name of the view",
  help: "Keeps filter and order under a name, to be chosen again under “My views”. The same name replaces.",
  remove: (name) => `Delete the view “${name}”`,
};

export const VIEW_TEXTS = { "zh-CN": zhCN, en };
