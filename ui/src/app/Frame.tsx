// The frame around every screen: before anybody is signed in the plain page with the way to a ledger, afterwards the menu, what is in
// view, and the screen itself. What is made of Ant Design is fetched behind the first picture.
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { ClosingNotice } from "../features/keeping/ClosingNotice";
import { LedgerGate } from "../features/ledger/LedgerGate";
import { InViewProvider } from "../shared/inView";
import { Failure } from "../shared/plain/Failure";
import { newRichStore, RichContext, RichParts, useAnyRich } from "../shared/plain/rich";
import { useTexts } from "../shared/preference";
import { SessionContext } from "../shared/session";
import { useRead } from "../shared/useCase";
import { PlainPage } from "./PlainPage";

/** Fetched while somebody types who they are: the way in comes first. */
const themed = () => import("./Themed");
const Themed = lazy(themed);
const signedInFrame = () => import("./SignedInFrame");
const SignedInFrame = lazy(signedInFrame);
/** What the way in may take until the rest is fetched, ms. */
const AFTER_MS = 1_500;

export function Frame() {
  const status = useRead("ledgerStatus", {});
  const session = status.data?.session ?? null;
  // One and the same wherever one goes.
  const signedIn = useMemo(
    () => (session === null || status.data === undefined ? null : { session, status: status.data }),
    [session, status.data],
  );
  const who = session === null ? null : `${session.account} ${status.data?.dir}`;
  useForgetting(who);
  // Whoever signs in next begins at the beginning.
  const out = status.data !== undefined && session === null;
  useEffect(() => {
    if (out && window.location.hash.length > 2) window.location.replace("#/");
  }, [out]);

  const [store] = useState(newRichStore);
  const needed = useAnyRich(store) || signedIn !== null;
  const rest = useBehind(status.isSuccess, needed);
  return (
    <RichContext value={store}>
      {signedIn !== null ? null : (
        <PlainPage>
          {status.isPending ? (
            <Waiting />
          ) : status.isError ? (
            <Failure error={status.error} retry={() => void status.refetch()} />
          ) : (
            <LedgerGate status={status.data} />
          )}
        </PlainPage>
      )}
      <ClosingNotice />
      {rest ? (
        <Suspense fallback={signedIn === null ? null : <Waiting />}>
          <Themed>
            {signedIn === null ? null : (
              <SessionContext value={signedIn}>
                <InViewProvider key={who}>
                  <Suspense fallback={<Waiting />}>
                    <SignedInFrame />
                  </Suspense>
                </InViewProvider>
              </SessionContext>
            )}
            <RichParts store={store} />
          </Themed>
        </Suspense>
      ) : null}
    </RichContext>
  );
}

/** Whether the rest is to be there: as soon as it is needed, else when the way in has been seen. Then it stays: a message is seen for as long as it says. */
function useBehind(known: boolean, needed: boolean): boolean {
  const [there, setThere] = useState(false);
  if (needed && !there) setThere(true);
  useEffect(() => {
    if (!known) return undefined;
    const soon = setTimeout(() => {
      void signedInFrame();
      setThere(true);
    }, AFTER_MS);
    return () => clearTimeout(soon);
  }, [known]);
  return there || needed;
}

/** What was read for one account is not shown to the next, not even until it is read anew. */
function useForgetting(who: string | null): void {
  const client = useQueryClient();
  const [seen, setSeen] = useState(who);
  if (seen === who) return;
  setSeen(who);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "ledgerStatus" });
}

function Waiting() {
  const texts = useTexts();
  return (
    <p className="plain-waiting" role="status">
      {texts.ledger.opening}
    </p>
  );
}
