// The result of a decided case as a PDF: looked at, and saved.
import { Button, Modal, Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import { Failure } from "../../shared/Failure";
import { safeName } from "../../shared/files/paths";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { useLook } from "../../shared/useCase";
import { TEXTS } from "./texts";

const PdfView = lazy(() => import("../../shared/pdf/PdfView"));

export function ResultButtons({ staffNo, number }: { staffNo: string; number: number }) {
  const texts = usePick(TEXTS).result;
  const [looking, setLooking] = useState(false);
  const { save, isPending } = useExport("makeCertificate");
  return (
    <>
      <Button onClick={() => setLooking(true)}>{texts.look}</Button>
      <Button
        loading={isPending}
        onClick={() =>
          void save({
            title: texts.save,
            kind: { name: texts.pdf, extensions: ["pdf"] },
            proposed: `${texts.title}-${safeName(staffNo)}-${number}.pdf`,
            request: (out) => ({ staffNo, number, out }),
          })
        }
      >
        {texts.save}
      </Button>
      <Modal
        open={looking}
        title={texts.title}
        width="min(1080px, 96vw)"
        style={{ top: 16 }}
        footer={null}
        destroyOnHidden
        onCancel={() => setLooking(false)}
      >
        {looking ? <Shown staffNo={staffNo} number={number} /> : null}
      </Modal>
    </>
  );
}

function Shown({ staffNo, number }: { staffNo: string; number: number }) {
  const texts = usePick(TEXTS).result;
  const answer = useLook("previewCertificate", { staffNo, number });
  const waiting = (
    <div role="status" aria-busy="true" aria-label={texts.waiting}>
      <Skeleton active paragraph={{ rows: 12 }} />
    </div>
  );
  if (answer.error) return <Failure error={answer.error} />;
  if (answer.data === undefined) return waiting;
  return (
    <Suspense fallback={waiting}>
      <PdfView bytes={answer.data.bytes} label={texts.title} height="calc(100vh - 120px)" />
    </Suspense>
  );
}
