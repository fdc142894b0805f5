// The month as a spreadsheet: an empty sheet to fill in, or what was submitted.
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
  };
  const items = [
    ...(may("makeTemplate", unit) ? [{ key: "template", label: words.template }] : []),
    ...(may("exportSheet", unit) ? [{ key: "export", label: words.export }] : []),
  ];
  if (items.length === 0) return null;
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => void acts[key]?.() }}>
      <Button icon={<FileExcelOutlined />} loading={template.isPending || sheet.isPending}>
        {words.excel}
      </Button>
    </Dropdown>
  );
}
