// A copy that was filed or attached, back as a file: its ending follows what it is.
import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { usePick } from "../pick";
import { safeName } from "./paths";
import { TEXTS } from "./texts";
import { useExport } from "./useExport";

/** What a signed paper is filed as. */
export const SCANS = ["pdf", "jpg", "jpeg", "png"];
/** What a ticket's work is handed in as. */
const WORK = ["pdf", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "ofd", "png", "jpg", "zip", "rar", "7z"];

/** To what a file is attached, which says who may see it: an engineer by staff number, a ticket, or a unit's being left out. */
export type AttachedTo = { staffNo: string } | { ticket: string } | { leftOut: string; quarter: string };

export interface AttachedProps {
  to: AttachedTo;
  /** SHA-256 of the file. */
  file: string;
  /** What it is, for its file's name. */
  name: string;
}

export function SaveAttached({ to, file, name }: AttachedProps) {
  const texts = usePick(TEXTS);
  const scan = useExport("saveScan");
  const work = useExport("saveTicketFile");
  const paper = useExport("saveExemptionPaper");
  const words = "ticket" in to ? texts.saveFile : texts.saveScan;
  const proposed = safeName(name);
  const asScan = { title: texts.saveScanTitle, kind: { name: texts.scan, extensions: SCANS }, proposed };
  const save = () => {
    if ("ticket" in to)
      return work.save({
        title: texts.saveFileTitle,
        kind: { name: texts.file, extensions: WORK },
        proposed,
        request: (out) => ({ ticket: to.ticket, file, out }),
      });
    if ("leftOut" in to)
      return paper.save({ ...asScan, request: (out) => ({ unit: to.leftOut, quarter: to.quarter, out }) });
    return scan.save({ ...asScan, request: (out) => ({ staffNo: to.staffNo, scan: file, out }) });
  };
  return (
    <Button
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      loading={scan.isPending || work.isPending || paper.isPending}
      aria-label={`${words} ${name}`}
      onClick={() => void save()}
    >
      {words}
    </Button>
  );
}
