// Before anybody is signed in: make or find a ledger, then sign in to it.
import { lazy, useEffect, useRef, useState } from "react";
import type { DemoView, StatusView } from "../../bindings/bindings";
import { Failure } from "../../shared/plain/Failure";
import { Rich } from "../../shared/plain/rich";
import { useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { ChooseLedger } from "./ChooseLedger";
import { lastLedger, rememberLedger, toReopen } from "./lastLedger";
import { SignIn } from "./SignIn";
import type { Made } from "./useFound";

const RecoveryCode = lazy(() => import("./RecoveryCode"));

export function LedgerGate({ status }: { status: StatusView }) {
  const texts = useTexts();
  const [demo, setDemo] = useState<DemoView | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [choosing, setChoosing] = useState(false);
  const reopen = useAct("openLedger");
  const tried = useRef(false);

  // The ledger of the last time is opened without asking; only a failure or its absence needs a choice.
  const [last] = useState(lastLedger);
  const waiting = toReopen(status, last) !== null;
  const { mutate } = reopen;
  useEffect(() => {
    if (waiting && !tried.current) {
      tried.current = true;
      mutate({ dir: last });
    }
  }, [waiting, last, mutate]);
  useEffect(() => {
    if (status.open) rememberLedger(status.dir);
  }, [status.open, status.dir]);

  if (made !== null) {
    return (
      <Rich>
        <RecoveryCode made={made} />
      </Rich>
    );
  }
  if (status.open && !choosing) {
    return <SignIn status={status} demo={demo} change={() => setChoosing(true)} />;
  }
  if (waiting && !reopen.isError && !choosing) {
    return (
      <p className="plain-waiting" role="status">
        {texts.ledger.opening}
      </p>
    );
  }
  return (
    <div className="plain-column">
      {reopen.isError ? <Failure error={reopen.error} retry={() => mutate({ dir: last })} /> : null}
      <ChooseLedger
        status={status}
        back={status.open ? () => setChoosing(false) : null}
        opened={() => {
          setDemo(null);
          setChoosing(false);
        }}
        demoMade={(view) => {
          setDemo(view);
          setChoosing(false);
        }}
        founded={setMade}
      />
    </div>
  );
}
