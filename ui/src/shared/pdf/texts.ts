// Words of the PDF view.
const zhCN = {
  opening: "正在打开 PDF…",
  failed: "这份 PDF 打不开。请用 PDF 阅读器查看。",
  pages: (n: number) => `/ ${n} 页`,
  page: "页码",
  pageNo: (n: number) => `第 ${n} 页`,
  previous: "上一页",
  next: "下一页",
  larger: "放大",
  smaller: "缩小",
  fit: "适合宽度",
};
const en: typeof zhCN = {
  opening: "Opening the PDF…",
  failed: "This PDF cannot be shown. Look at it in a PDF reader.",
  pages: (n) => `of ${n}`,
  page: "Page",
  pageNo: (n) => `Page ${n}`,
  previous: "Previous page",
  next: "Next page",
  larger: "Larger",
  smaller: "Smaller",
  fit: "Fit width",
};
export const TEXTS = { "zh-CN": zhCN, en };
