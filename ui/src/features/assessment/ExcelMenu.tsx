// The month as a file: an empty spreadsheet to fill in, what was submitted, or the month sheet (月度考核表) as a PDF.
import { FileExcelOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { safeName } from "../../shared/files/paths";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { TEXTS } from "./texts";

export function ExcelMenu({ unit, month }: { unit: string; month: string }) {
  const words = usePick(TEXTS);
  const may = useMay();
  const template = useExport("makeTemplate");
  const sheet = useExport("exportSheet");
  const paper = useExport("monthSheet");
  const kind = { name: words.excelFile, extensions: ["xlsx"] };
  const proposed = `${safeName(unit)}-${month}.xlsx`;
  const acts: Record<string, () => Promise<void>> = {
    template: () =>
      template.save({
        title: words.templateHelp,
        kind,
        proposed,
        request: (out) => ({ kind: "assessments", out, unit, allUnits: false, month }),
      }),
    export: () =>
      sheet.save({
        title: words.exportHelp,
        kind,
        proposed,
        request: (out) => ({ kind: "assessments", out, unit, month, quarter: null }),
      }),
    paper: () =>
      paper.save({
        title: words.monthSheetHelp,
        kind: { name: words.pdfFile, extensions: ["pdf"] },
        proposed: `${safeName(unit)}-${month}-${words.monthSheetName}.pdf`,
        request: (out) => ({ unit, month, out }),
      }),
  };
  const items = [
    ...(may("makeTemplate", unit) ? [{ key: "template", label: words.template }] : []),
    ...(may("exportSheet", unit) ? [{ key: "export", label: words.export }] : []),
    ...(may("monthSheet", unit) ? [{ key: "paper", label: words.monthSheet }] : []),
  ];
  if (items.length === 0) return null;
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => void acts[key]?.() }}>
      <Button icon={<FileExcelOutlined />} loading={template.isPending || sheet.isPending || paper.isPending}>
        {words.excel}
      </Button>
    </Dropdown>
  );
}
