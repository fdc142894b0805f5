// The frame around every screen: before anybody is signed in the gate to a ledger, afterwards the menu, what is in view, and
// the screen itself.
import { useQueryClient } from "@tanstack/react-query";
import { Flex, Layout, Spin, Tag, Typography, theme } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import icon from "../../../icons/icon.svg";
import { LedgerGate } from "../features/ledger/LedgerGate";
import { Failure } from "../shared/Failure";
import { InViewProvider } from "../shared/inView";
import { useTexts } from "../shared/preference";
import { SessionContext } from "../shared/session";
import { useRead } from "../shared/useCase";
import { PreferenceMenus } from "./PreferenceMenus";
import { SignedInFrame } from "./SignedInFrame";

export function Frame() {
  const texts = useTexts();
  const { token } = theme.useToken();
  const status = useRead("ledgerStatus", {});
  const session = status.data?.session ?? null;
  const who = session === null ? null : `${session.account} ${status.data?.dir}`;
  useForgetting(who);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  // Whoever signs in next begins at the beginning.
  const astray = status.data !== undefined && session === null && pathname !== "/";
  useEffect(() => {
    if (astray) void navigate("/", { replace: true });
  }, [astray, navigate]);

  if (session !== null && status.data !== undefined) {
    return (
      <SessionContext value={{ session, status: status.data }}>
        <InViewProvider key={who}>
          <SignedInFrame />
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
            <Flex justify="center" style={{ paddingBlock: 120 }}>
              <Spin size="large" />
            </Flex>
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

export function HeaderBar({ children }: { children: ReactNode }) {
  const { token } = theme.useToken();
  return (
    <Layout.Header
      style={{
        display: "flex",
        alignItems: "center",
        gap: token.marginXS,
        height: 52,
        lineHeight: "normal",
        paddingInline: token.padding,
        background: token.colorBgContainer,
        borderBottom: `1px solid ${token.colorBorderSecondary}`,
      }}
    >
      {children}
    </Layout.Header>
  );
}

export function Brand({ demo = false }: { demo?: boolean }) {
  const texts = useTexts();
  const { token } = theme.useToken();
  return (
    <Flex align="center" gap="small" style={{ flex: "none" }}>
      <img src={icon} alt="" width={26} height={26} />
      <Typography.Text strong style={{ fontSize: token.fontSizeLG }}>
        {texts.product}
      </Typography.Text>
      {demo ? (
        <Tag color="orange" style={{ marginInlineEnd: 0 }}>
          {texts.ledger.demoTag}
        </Tag>
      ) : null}
    </Flex>
  );
}
