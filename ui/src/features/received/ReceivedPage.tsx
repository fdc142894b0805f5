// 收到的文件: who signed and whether it is whole; sign, accept; keys to sign with.
import { Tabs } from "antd";
import { usePick } from "../../shared/pick";
import { KeysTab } from "./KeysTab";
import { PackageTab } from "./PackageTab";
import { ReceivedFiles } from "./ReceivedFiles";
import { TEXTS } from "./texts";

export default function ReceivedPage() {
  const texts = usePick(TEXTS).tabs;
  return (
    <Tabs
      items={[
        { key: "files", label: texts.files, children: <ReceivedFiles /> },
        { key: "package", label: texts.package, children: <PackageTab /> },
        { key: "keys", label: texts.keys, children: <KeysTab /> },
      ]}
    />
  );
}
