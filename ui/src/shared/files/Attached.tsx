// A file that was attached: looked at (a PDF or a picture as it is, of other kinds the text), and saved out.
import { EyeOutlined } from "@ant-design/icons";
import { Button, Modal, Skeleton, Space } from "antd";
import { lazy, Suspense, useState } from "react";
import { Failure } from "../Failure";
import { usePick } from "../pick";
import { useLook } from "../useCase";
import { type AttachedProps, type AttachedTo, SaveAttached } from "./SaveAttached";
import { TEXTS } from "./texts";

const PdfView = lazy(() => import("../pdf/PdfView"));
const Written = lazy(() => import("./Written").then(({ Written }) => ({ default: Written })));

export function Attached({ to, file, name, kind }: AttachedProps) {
  const texts = usePick(TEXTS);
  const [looking, setLooking] = useState(false);
  return (
    <Space wrap>
      {kind === undefined || canBeShown(kind) ? (
        <Button
          size="small"
          icon={<EyeOutlined aria-hidden />}
          aria-label={`${texts.look} ${name}`}
          onClick={() => setLooking(true)}
        >
          {texts.look}
        </Button>
      ) : null}
      <SaveAttached to={to} file={file} name={name} kind={kind ?? null} />
      <Modal
        open={looking}
        title={name}
        width="min(1080px, 96vw)"
        style={{ top: 16 }}
        footer={null}
        destroyOnHidden
        onCancel={() => setLooking(false)}
      >
        {looking ? <Shown to={to} file={file} name={name} /> : null}
      </Modal>
    </Space>
  );
}

const PICTURES: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
  webp: "image/webp",
};

/** Kinds whose text is shown; of the old ones among them is said why there is none. */
const WRITTEN = ["docx", "xlsx", "pptx", "txt", "csv", "doc", "xls", "ppt"];

/** Whether files of that kind are shown here. */
export function canBeShown(kind: string | null): boolean {
  return kind === "pdf" || (kind !== null && (kind in PICTURES || WRITTEN.includes(kind)));
}

function lookAt(to: AttachedTo, file: string) {
  if ("ticket" in to) return ["lookAtTicketFile", { ticket: to.ticket, file }] as const;
  if ("form" in to) return ["lookAtFormFile", { form: to.form, file }] as const;
  if ("opportunity" in to) {
    return ["lookAtOpportunityFile", { opportunity: to.opportunity, file }] as const;
  }
  if ("document" in to) {
    return ["lookAtDocument", { document: to.document, version: to.version }] as const;
  }
  if ("opinionOn" in to) return ["lookAtOpinionFile", { document: to.opinionOn, file }] as const;
  if ("leftOut" in to) return ["lookAtExemptionPaper", { unit: to.leftOut, quarter: to.quarter }] as const;
  return ["lookAtScan", { staffNo: to.staffNo, scan: file }] as const;
}

function Shown({ to, file, name }: AttachedProps) {
  const texts = usePick(TEXTS);
  const [useCase, request] = lookAt(to, file);
  const answer = useLook<
    | "lookAtTicketFile"
    | "lookAtFormFile"
    | "lookAtOpportunityFile"
    | "lookAtDocument"
    | "lookAtOpinionFile"
    | "lookAtScan"
    | "lookAtExemptionPaper"
  >(useCase, request);
  const waiting = (
    <div role="status" aria-busy="true" aria-label={texts.waiting}>
      <Skeleton active paragraph={{ rows: 12 }} />
    </div>
  );
  if (answer.error) return <Failure error={answer.error} />;
  if (answer.data === undefined) return waiting;
  const { kind, bytes } = answer.data;
  const picture = PICTURES[kind];
  if (picture !== undefined) {
    return (
      <img
        src={`data:${picture};base64,${bytes}`}
        alt={name}
        style={{ display: "block", maxWidth: "100%", maxHeight: "calc(100vh - 120px)", margin: "0 auto" }}
      />
    );
  }
  if (kind !== "pdf")
    return (
      <Suspense fallback={waiting}>
        <Written view={answer.data} />
      </Suspense>
    );
  return (
    <Suspense fallback={waiting}>
      <PdfView bytes={bytes} label={name} height="calc(100vh - 120px)" />
    </Suspense>
  );
}
