// A copy that was filed, back as a file: its ending follows what it is.
import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { SCANS } from "./ScanItem";
import { TEXTS } from "./texts";

export function SaveScan({ staffNo, scan, name }: { staffNo: string; scan: string; name: string }) {
  const all = usePick(TEXTS);
  const { save, isPending } = useExport("saveScan");
  return (
    <Button
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      loading={isPending}
      aria-label={`${all.papers.save} ${name}`}
      onClick={() =>
        void save({
          title: all.papers.saveTitle,
          kind: { name: all.scan, extensions: SCANS },
          proposed: name,
          request: (out) => ({ staffNo, scan, out }),
        })
      }
    >
      {all.papers.save}
    </Button>
  );
}
