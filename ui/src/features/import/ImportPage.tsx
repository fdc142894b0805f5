// 导入: tables into the ledger, all or nothing, with every bad cell named; templates to fill in.
import { Tabs } from "antd";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { ImportFile } from "./ImportFile";
import { ImportFolder } from "./ImportFolder";
import { Templates } from "./Templates";
import { TEXTS } from "./texts";

export default function ImportPage() {
  const texts = usePick(TEXTS).tabs;
  const may = useMay();
  return (
    <Tabs
      items={[
        { key: "file", label: texts.file, children: <ImportFile /> },
        ...(may("importFolder") ? [{ key: "folder", label: texts.folder, children: <ImportFolder /> }] : []),
        ...(may("makeTemplate") ? [{ key: "template", label: texts.template, children: <Templates /> }] : []),
      ]}
    />
  );
}
