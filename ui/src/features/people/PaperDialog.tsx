// Filing a signed paper of an arrival, and correcting what was filed.
import { Form, Input } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { type BehalfFields, behalfOf, OnBehalfItems } from "./OnBehalfItems";
import type { Paper } from "./person";
import { pathOf, ScanItem } from "./ScanItem";
import { TEXTS } from "./texts";

interface Fields extends BehalfFields {
  number: string;
  signedOn: string;
  arrivedOn?: string | null;
  scan?: string | null;
  reason?: string;
}

interface PaperDialogProps {
  staffNo: string;
  /** `letter`, `agreement` or `pledge`. */
  kind: string;
  /** First day of the stay; null for somebody who is awaited. */
  arrivedOn: string | null;
  /** The paper on file, which is to be corrected. */
  filed: Paper | null;
  onClose: () => void;
}

const BESIDE = {
  numberNeeded: "number",
  attachmentNeeded: "scan",
  fileNotFound: "scan",
  dateInFuture: "signedOn",
  arrivedBeforeLetter: "signedOn",
  membershipOverlaps: "arrivedOn",
  reasonNeeded: "reason",
  basisNeeded: "behalfBasis",
} as const;

export function PaperDialog({ staffNo, kind, arrivedOn, filed, onClose }: PaperDialogProps) {
  const words = usePick(TEXTS).papers;
  const file = useAct("filePaper");
  const correct = useAct("correctPaper");
  const paper = words.kinds[kind] ?? kind;
  const common = {
    name: `paper.${staffNo}.${kind}.${arrivedOn ?? "new"}${filed === null ? "" : ".correct"}`,
    beside: BESIDE,
    onClose,
  };
  const fieldsOf = (typed: Fields) => ({
    staffNo,
    kind,
    number: typed.number.trim(),
    signedOn: typed.signedOn,
    onBehalf: behalfOf(typed),
  });
  if (filed === null)
    return (
      <ActDialog
        {...common}
        title={words.fileTitle(paper)}
        okText={words.file}
        says={arrivedOn === null ? `${words.fileHelp}${words.letterHelp}` : words.fileHelp}
        act={file}
        request={(typed: Fields) => ({
          ...fieldsOf(typed),
          scan: pathOf(typed.scan) ?? "",
          arrivedOn: arrivedOn ?? typed.arrivedOn ?? null,
        })}
        done={words.filed(paper)}
      >
        <Items />
        {arrivedOn === null ? (
          <DayItem name="arrivedOn" label={words.arrivedOn} extra={words.arrivedOnHelp} optional />
        ) : null}
        <ScanItem name="scan" label={words.scan} />
        <OnBehalfItems />
      </ActDialog>
    );
  return (
    <ActDialog
      {...common}
      title={words.correctTitle(paper)}
      okText={words.correct}
      says={words.correctHelp}
      initial={{
        number: filed.number,
        signedOn: filed.signedOn,
        behalf: filed.onBehalf !== null,
        behalfParty: filed.onBehalf?.party ?? null,
        behalfPerson: filed.onBehalf?.person ?? null,
        behalfBasis: filed.onBehalf?.basis ?? null,
      }}
      act={correct}
      request={(typed: Fields) => ({
        ...fieldsOf(typed),
        scan: pathOf(typed.scan),
        arrivedOn,
        reason: (typed.reason ?? "").trim(),
      })}
      done={words.corrected(paper)}
    >
      <Items />
      <ScanItem name="scan" label={words.scan} extra={words.keepScan} optional />
      <OnBehalfItems />
      <ReasonItem name="reason" label={words.reason} />
    </ActDialog>
  );
}

function Items() {
  const words = usePick(TEXTS).papers;
  const texts = useTexts();
  return (
    <>
      <Form.Item
        name="number"
        label={words.number}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <DayItem name="signedOn" label={words.signedOn} />
    </>
  );
}
