// A PDF over the screen: a report before it is made, or a file of the disk.
import { Modal, Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { Failure } from "../../shared/Failure";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { useLook } from "../../shared/useCase";
import type { reportRequest } from "./requests";
import { TEXTS } from "./texts";

const PdfView = lazy(() => import("../../shared/pdf/PdfView"));

export type PdfSource =
  | { kind: "preview"; request: ReturnType<typeof reportRequest> }
  | { kind: "open"; path: string };

interface PdfDialogProps {
  /** What is looked at; null where nothing is. */
  source: PdfSource | null;
  title: string;
  close: () => void;
}

export function PdfDialog({ source, title, close }: PdfDialogProps) {
  return (
    <Modal
      open={source !== null}
      title={title}
      width="min(1080px, 96vw)"
      style={{ top: 16 }}
      footer={null}
      destroyOnHidden
      mask={{ closable: true }}
      onCancel={close}
    >
      {source === null ? null : source.kind === "preview" ? (
        <Previewed request={source.request} label={title} />
      ) : (
        <Opened path={source.path} label={title} />
      )}
    </Modal>
  );
}

function Previewed({ request, label }: { request: ReturnType<typeof reportRequest>; label: string }) {
  return <Shown answer={useLook("previewReport", request)} label={label} />;
}

function Opened({ path, label }: { path: string; label: string }) {
  return <Shown answer={useLook("openReport", { path })} label={label} />;
}

interface ShownProps {
  answer: { data: { bytes: string } | undefined; error: Error | null; isPending: boolean };
  label: string;
}

function Shown({ answer, label }: ShownProps) {
  const texts = usePick(TEXTS).report;
  const waiting = (
    <div role="status" aria-busy="true" aria-label={texts.previewing}>
      <Skeleton active paragraph={{ rows: 12 }} />
    </div>
  );
  if (answer.error) return <Failure error={answer.error} />;
  if (answer.data === undefined) {
    return (
      <>
        <JobProgress running={answer.isPending} />
        {waiting}
      </>
    );
  }
  return (
    <Suspense fallback={waiting}>
      <PdfView bytes={answer.data.bytes} label={label} height="calc(100vh - 120px)" />
    </Suspense>
  );
}
