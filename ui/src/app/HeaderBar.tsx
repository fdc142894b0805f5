// The bar on top of every screen, and the program's name in it.
import { Flex, Layout, Tag, Typography, theme } from "antd";
import type { ReactNode } from "react";
import icon from "../../../icons/icon.svg";
import { useTexts } from "../shared/preference";

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
