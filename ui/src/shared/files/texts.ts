// Words of attached files: looked at and saved.
import type { FilePlace } from "../../bindings/bindings";

function placeZh({ at, number, sheet }: FilePlace): string {
  switch (at) {
    case "page":
      return `第 ${number} 页`;
    case "paragraph":
      return `第 ${number} 段`;
    case "beside":
      return "页眉页脚、脚注或批注";
    case "row":
      return `工作表“${sheet}”第 ${number} 行`;
    case "slide":
      return `第 ${number} 张幻灯片`;
    case "notes":
      return `第 ${number} 张幻灯片的备注`;
    case "line":
      return `第 ${number} 行`;
    default:
      return "";
  }
}

function placeEn({ at, number, sheet }: FilePlace): string {
  switch (at) {
    case "page":
      return `page ${number}`;
    case "paragraph":
      return `paragraph ${number}`;
    case "beside":
      return "header, footer or note";
    case "row":
      return `sheet “${sheet}”, row ${number}`;
    case "slide":
      return `slide ${number}`;
    case "notes":
      return `notes of slide ${number}`;
    case "line":
      return `line ${number}`;
    default:
      return "";
  }
}

export const TEXTS = {
  "zh-CN": {
    look: "查看",
    waiting: "正在打开",
    place: placeZh,
    row: "行",
    textOnly: "这里只显示文件里的文字，不含版式和图片；要看原样请另存后打开。",
    cut: "文字太多，这里只显示前面的部分。",
    saveIt: "请另存后用相应的程序打开。",
    saveScan: "另存扫描件",
    saveScanTitle: "扫描件保存到哪里",
    scan: "扫描件",
    saveFile: "另存",
    saveFileTitle: "文件保存到哪里",
    file: "文件",
    import: "导入",
    export: "导出",
    sheet: "Excel 或 CSV",
  },
  en: {
    look: "Look",
    waiting: "Opening",
    place: placeEn,
    row: "Row",
    textOnly: "Only the text of the file is shown, without layout and pictures; save it to see it as it is.",
    cut: "The text is very long: only its first part is shown.",
    saveIt: "Save it and open it with the program for it.",
    saveScan: "Save scan as",
    saveScanTitle: "Where to save the scan",
    scan: "Scan",
    saveFile: "Save as",
    saveFileTitle: "Where to save the file",
    file: "File",
    import: "Import",
    export: "Export",
    sheet: "Excel or CSV",
  },
};
