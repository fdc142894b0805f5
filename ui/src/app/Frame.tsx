// The frame around every screen: before anybody is signed in the gate to a ledger, afterwards the menu, what is in view, and
// the screen itself.
import { useQueryClient } from "@tanstack/react-query";
import { Flex, Layout, Spin, Typography, theme } from "antd";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { LedgerGate } from "../features/ledger/LedgerGate";
import { Failure } from "../shared/Failure";
import { InViewProvider } from "../shared/inView";
import { useTexts } from "../shared/preference";
import { SessionContext } from "../shared/session";
import { useRead } from "../shared/useCase";
import { Brand, HeaderBar } from "./HeaderBar";
import { PreferenceMenus } from "./PreferenceMenus";

/** Fetched while somebody types who they are: the way in comes first. */
const signedInFrame = () => import("./SignedInFrame");
const SignedInFrame = lazy(signedInFrame);
/** What the way in may take until the rest is fetched, ms. */
const AFTER_MS = 1_500;

export function Frame() {
  const texts = useTexts();
  const { token } = theme.useToken();
  const status = useRead("ledgerStatus", {});
  const session = status.data?.session ?? null;
  // One and the same wherever one goes.
  const signedIn = useMemo(
    () => (session === null || status.data === undefined ? null : { session, status: status.data }),
    [session, status.data],
  );
  const who = session === null ? null : `${session.account} ${status.data?.dir}`;
  useForgetting(who);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  // Whoever signs in next begins at the beginning.
  const astray = status.data !== undefined && session === null && pathname !== "/";
  useEffect(() => {
    if (astray) void navigate("/", { replace: true });
  }, [astray, navigate]);

  const known = status.isSuccess;
  useEffect(() => {
    if (!known) return undefined;
    const soon = setTimeout(() => void signedInFrame(), AFTER_MS);
    return () => clearTimeout(soon);
  }, [known]);

  if (signedIn !== null) {
    return (
      <SessionContext value={signedIn}>
        <InViewProvider key={who}>
          <Suspense fallback={<Waiting />}>
            <SignedInFrame />
          </Suspense>
        </InViewProvider>
      </SessionContext>
    );
  }
  return (
    <Layout style={{ height: "100%" }}>
      <HeaderBar>
        <Brand />
        <Typography.Text type="secondary" ellipsis style={{ minWidth: 0 }}>
          {texts.slogan}
        </Typography.Text>
        <Flex style={{ marginInlineStart: "auto" }}>
          <PreferenceMenus />
        </Flex>
      </HeaderBar>
      <Layout.Content style={{ overflow: "auto" }}>
        <div style={{ padding: token.paddingLG }}>
          {status.isPending ? (
            <Waiting />
          ) : status.isError ? (
            <Failure error={status.error} retry={() => status.refetch()} />
          ) : (
            <LedgerGate status={status.data} />
          )}
        </div>
      </Layout.Content>
    </Layout>
  );
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
  return (
    <Flex justify="center" style={{ paddingBlock: 120 }}>
      <Spin size="large" />
    </Flex>
  );
}
