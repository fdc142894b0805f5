// The bar on top of every screen.
import { Layout, theme } from "antd";
import type { ReactNode } from "react";

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
