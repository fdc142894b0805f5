// Words of attached files: looked at and saved.
export const TEXTS = {
  "zh-CN": {
    look: "查看",
    waiting: "正在打开",
    unknown: "这种文件不能在这里查看。请另存后用相应的程序打开。",
    saveScan: "另存扫描件",
    saveScanTitle: "扫描件保存到哪里",
    scan: "扫描件",
    saveFile: "另存",
    saveFileTitle: "文件保存到哪里",
    file: "文件",
  },
  en: {
    look: "Look",
    waiting: "Opening",
    unknown: "Files of this kind cannot be shown here. Save it and open it with the program for it.",
    saveScan: "Save scan as",
    saveScanTitle: "Where to save the scan",
    scan: "Scan",
    saveFile: "Save as",
    saveFileTitle: "Where to save the file",
    file: "File",
  },
};
