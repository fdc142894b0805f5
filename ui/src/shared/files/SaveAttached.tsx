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

/** To what a file is attached, which says who may see it: an engineer by staff number, a ticket, a form, an opportunity, a version of a document, an opinion on one, or a unit's
 * being left out. */
export type AttachedTo =
  | { staffNo: string }
  | { ticket: string }
  | { form: string }
  | { opportunity: string }
  | { document: string; version: number }
  | { opinionOn: string }
  | { leftOut: string; quarter: string };

export interface AttachedProps {
  to: AttachedTo;
  /** SHA-256 of the file. */
  file: string;
  /** What it is, for its file's name. */
  name: string;
  /** Its ending, where it is known; "bin" where it is none of a known kind. */
  kind?: string | null;
}

/** Whether it is known to be of a kind, and of which. */
const knownKind = (kind: string | null | undefined) => (kind && kind !== "bin" ? kind : null);

export function SaveAttached({ to, file, name, kind }: AttachedProps) {
  if ("ticket" in to) return <OfTicket ticket={to.ticket} file={file} name={name} kind={kind ?? null} />;
  if ("form" in to) return <OfForm form={to.form} file={file} name={name} kind={kind ?? null} />;
  if ("opportunity" in to) {
    return <OfOpportunity opportunity={to.opportunity} file={file} name={name} kind={kind ?? null} />;
  }
  if ("document" in to) {
    return <OfDocument document={to.document} version={to.version} name={name} kind={kind ?? null} />;
  }
  if ("opinionOn" in to) return <OfOpinion document={to.opinionOn} file={file} name={name} />;
  if ("leftOut" in to) return <OfLeavingOut unit={to.leftOut} quarter={to.quarter} name={name} />;
  return <OfPerson staffNo={to.staffNo} file={file} name={name} />;
}

interface OfOpinionProps {
  document: string;
  file: string;
  name: string;
}

function OfOpinion({ document, file, name }: OfOpinionProps) {
  const texts = usePick(TEXTS);
  const { save, isPending } = useExport("saveOpinionFile");
  const ask = () =>
    save({
      title: texts.saveFileTitle,
      kind: { name: texts.file, extensions: WORK },
      proposed: safeName(name),
      request: (out) => ({ document, file, out }),
    });
  return <SaveButton words={texts.saveFile} name={name} busy={isPending} save={ask} />;
}

interface OfFormProps {
  form: string;
  file: string;
  name: string;
  kind: string | null;
}

function OfForm({ form, file, name, kind }: OfFormProps) {
  const texts = usePick(TEXTS);
  const ending = knownKind(kind);
  const { save, isPending } = useExport("saveFormFile");
  const ask = () =>
    save({
      title: texts.saveFileTitle,
      kind: { name: texts.file, extensions: ending === null ? WORK : [ending] },
      proposed: ending === null ? safeName(name) : `${safeName(name)}.${ending}`,
      request: (out) => ({ form, file, out }),
    });
  return <SaveButton words={texts.saveFile} name={name} busy={isPending} save={ask} />;
}

interface OfOpportunityProps {
  opportunity: string;
  file: string;
  name: string;
  kind: string | null;
}

function OfOpportunity({ opportunity, file, name, kind }: OfOpportunityProps) {
  const texts = usePick(TEXTS);
  const ending = knownKind(kind);
  const { save, isPending } = useExport("saveOpportunityFile");
  const ask = () =>
    save({
      title: texts.saveFileTitle,
      kind: { name: texts.file, extensions: ending === null ? WORK : [ending] },
      proposed: ending === null ? safeName(name) : `${safeName(name)}.${ending}`,
      request: (out) => ({ opportunity, file, out }),
    });
  return <SaveButton words={texts.saveFile} name={name} busy={isPending} save={ask} />;
}

interface OfDocumentProps {
  document: string;
  version: number;
  /** The file's own name. */
  name: string;
  kind: string | null;
}

function OfDocument({ document, version, name, kind }: OfDocumentProps) {
  const texts = usePick(TEXTS);
  const { save, isPending } = useExport("saveDocument");
  const ask = () =>
    save({
      title: texts.saveFileTitle,
      kind: { name: texts.file, extensions: kind === null ? [] : [kind] },
      proposed: safeName(name),
      request: (out) => ({ document, version, out }),
    });
  return <SaveButton words={texts.saveFile} name={name} busy={isPending} save={ask} />;
}

function OfPerson({ staffNo, file, name }: { staffNo: string; file: string; name: string }) {
  const texts = usePick(TEXTS);
  const { save, isPending } = useExport("saveScan");
  const ask = () =>
    save({
      title: texts.saveScanTitle,
      kind: { name: texts.scan, extensions: SCANS },
      proposed: safeName(name),
      request: (out) => ({ staffNo, scan: file, out }),
    });
  return <SaveButton words={texts.saveScan} name={name} busy={isPending} save={ask} />;
}

function OfLeavingOut({ unit, quarter, name }: { unit: string; quarter: string; name: string }) {
  const texts = usePick(TEXTS);
  const { save, isPending } = useExport("saveExemptionPaper");
  const ask = () =>
    save({
      title: texts.saveScanTitle,
      kind: { name: texts.scan, extensions: SCANS },
      proposed: safeName(name),
      request: (out) => ({ unit, quarter, out }),
    });
  return <SaveButton words={texts.saveScan} name={name} busy={isPending} save={ask} />;
}

interface OfTicketProps {
  ticket: string;
  file: string;
  name: string;
  kind: string | null;
}

function OfTicket({ ticket, file, name, kind }: OfTicketProps) {
  const texts = usePick(TEXTS);
  const ending = knownKind(kind);
  const { save, isPending } = useExport("saveTicketFile");
  const ask = () =>
    save({
      title: texts.saveFileTitle,
      kind: { name: texts.file, extensions: ending === null ? WORK : [ending] },
      proposed: ending === null ? safeName(name) : `${safeName(name)}.${ending}`,
      request: (out) => ({ ticket, file, out }),
    });
  return <SaveButton words={texts.saveFile} name={name} busy={isPending} save={ask} />;
}

interface SaveButtonProps {
  words: string;
  name: string;
  busy: boolean;
  save: () => Promise<void>;
}

function SaveButton({ words, name, busy, save }: SaveButtonProps) {
  return (
    <Button
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      loading={busy}
      aria-label={`${words} ${name}`}
      onClick={() => void save()}
    >
      {words}
    </Button>
  );
}
