// The frame around every screen, and which screen is shown: no ledger, not signed in, or the quarter's settlement.
import { Flex, Layout, Spin, Tag, Typography, theme } from "antd";
import icon from "../../../icons/icon.svg";
import { LedgerGate } from "../features/ledger/LedgerGate";
import { SettlementPage } from "../features/settlement/SettlementPage";
import { Failure } from "../shared/Failure";
import { useTexts } from "../shared/preference";
import { useRead } from "../shared/useCase";
import { AccountMenu } from "./AccountMenu";
import { PreferenceMenus } from "./PreferenceMenus";

export function Frame() {
  const texts = useTexts();
  const { token } = theme.useToken();
  const status = useRead("ledgerStatus", {});
  const session = status.data?.session ?? null;
  return (
    <Layout style={{ height: "100%" }}>
      <Layout.Header
        style={{
          display: "flex",
          alignItems: "center",
          gap: token.marginSM,
          height: 52,
          paddingInline: token.paddingLG,
          background: token.colorBgContainer,
          borderBottom: `1px solid ${token.colorBorderSecondary}`,
        }}
      >
        <img src={icon} alt="" width={26} height={26} />
        <Typography.Text strong style={{ fontSize: token.fontSizeLG }}>
          {texts.product}
        </Typography.Text>
        {status.data?.open ? (
          <Typography.Text type="secondary" ellipsis style={{ minWidth: 0 }}>
            {texts.ledgerRoles[status.data.role ?? ""]} {status.data.unit} · {status.data.today}
          </Typography.Text>
        ) : (
          <Typography.Text type="secondary">{texts.slogan}</Typography.Text>
        )}
        {status.data?.demo ? <Tag color="orange">{texts.ledger.demoTag}</Tag> : null}
        <Flex align="center" gap={token.marginXXS} style={{ marginInlineStart: "auto" }}>
          <PreferenceMenus />
          {session === null ? null : <AccountMenu session={session} />}
        </Flex>
      </Layout.Header>
      <Layout.Content style={{ overflow: "auto" }}>
        <div style={{ padding: token.paddingLG }}>
          {status.isPending ? (
            <Flex justify="center" style={{ paddingBlock: 120 }}>
              <Spin size="large" />
            </Flex>
          ) : status.isError ? (
            <Failure error={status.error} retry={() => status.refetch()} />
          ) : session === null ? (
            <LedgerGate status={status.data} />
          ) : (
            <SettlementPage />
          )}
        </div>
      </Layout.Content>
    </Layout>
  );
}
