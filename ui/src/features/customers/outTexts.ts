// Words of the list of customers as a spreadsheet.
export const OUT = {
  "zh-CN": { exportTitle: "客户清单保存到哪里", exportName: (day: string) => `客户 ${day}.xlsx` },
  en: {
    exportTitle: "Where to save the list of customers",
    exportName: (day: string) => `Customers ${day}.xlsx`,
  },
};
