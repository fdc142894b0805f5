// A list as a workbook, which can be changed and imported again.
import { ExportOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

export function ExportButton({ kind }: { kind: "units" | "people" | "contract" | "holidays" }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const may = useMay();
  const { save, isPending } = useExport("exportSheet");
  if (!may("exportSheet")) return null;
  const run = () =>
    save({
      title: texts.export,
      kind: { name: texts.excel, extensions: ["xlsx", "csv"] },
      proposed: `${word(language, `kind.${kind}`)}.xlsx`,
      request: (out) => ({ kind, out, unit: null, month: null, quarter: null }),
    });
  return (
    <Button icon={<ExportOutlined />} loading={isPending} onClick={() => void run()}>
      {texts.export}
    </Button>
  );
}
