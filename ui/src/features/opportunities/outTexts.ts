// Words of the list of opportunities as a spreadsheet.
export const OUT = {
  "zh-CN": { exportTitle: "商机清单保存到哪里", exportName: (day: string) => `商机 ${day}.xlsx` },
  en: {
    exportTitle: "Where to save the list of opportunities",
    exportName: (day: string) => `Opportunities ${day}.xlsx`,
  },
};
