// The window is being closed and a backup is made first: heard from the first moment on, told when there is something to tell.
import { lazy, useEffect, useState } from "react";
import type { AppError } from "../../bindings/bindings";
import { Rich } from "../../shared/plain/rich";
import { useTransport } from "../../shared/transport";

const ClosingDialog = lazy(() => import("./ClosingDialog"));

export function ClosingNotice() {
  const { closing } = useTransport();
  // Null while the window stays; empty while the backup is made; afterwards what failed.
  const [failed, setFailed] = useState<AppError[] | null>(null);
  useEffect(() => closing?.hear((told) => setFailed(told.failed)), [closing]);
  if (closing === undefined || failed === null) return null;
  const stay = () => {
    void closing.stay();
    setFailed(null);
  };
  return (
    <Rich>
      <ClosingDialog closing={closing} failed={failed} stay={stay} />
    </Rich>
  );
}
