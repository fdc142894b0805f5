// The theme of everything made of Ant Design: colours, words and habits, with its styles. Fetched behind the first screen.
import { App as AntApp, ConfigProvider, theme } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
// Calendars and date pickers begin the week on Monday and name days in Chinese.
import "dayjs/locale/zh-cn";
// Ant Design's styles as they are delivered, on variables that the theme below fills in: made in the page, piece by piece as
// each component first shows, they were a third of what opening a screen took.
import "antd/dist/antd.css";
import type { ReactNode } from "react";
import { HashRouter } from "react-router";
import { usePreference } from "../shared/preference";

const FONTS =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Segoe UI", system-ui, sans-serif';

// Quiet texts are stronger than Ant Design's own, and links in the dark lighter, for the contrast that WCAG AA asks.
const LIGHT = {
  colorPrimary: "#1d5fae",
  colorInfo: "#1d5fae",
  colorSuccess: "#2f7d12",
  // Ant Design would mix a muddy grey out of so dark a green.
  colorSuccessBg: "#f6ffed",
  colorSuccessBgHover: "#d9f7be",
  colorSuccessBorder: "#b7eb8f",
  colorError: "#cf1322",
  // Words in the colour of a warning are words: Ant Design's own yellow has not half the contrast they need.
  colorWarning: "#a15c00",
  colorWarningBg: "#fffbe6",
  colorWarningBgHover: "#fff1b8",
  colorWarningBorder: "#ffe58f",
  colorLinkHover: "#174d8f",
  colorLinkActive: "#174d8f",
  colorPrimaryHover: "#2b6cb0",
  colorTextSecondary: "rgba(0, 0, 0, 0.65)",
  colorTextTertiary: "rgba(0, 0, 0, 0.6)",
  colorTextDescription: "rgba(0, 0, 0, 0.62)",
  colorTextPlaceholder: "rgba(0, 0, 0, 0.55)",
  // Words on tags.
  green7: "#237804",
  "green-7": "#237804",
  orange7: "#ad4e00",
  "orange-7": "#ad4e00",
  gold7: "#8f5600",
  "gold-7": "#8f5600",
};
const DARK = {
  colorPrimary: "#3f87d9",
  colorInfo: "#3f87d9",
  colorLink: "#7db8ff",
  // Under the mouse Ant Design would take a blue that is too dark to be read.
  colorLinkHover: "#a9d0ff",
  colorLinkActive: "#a9d0ff",
  colorBgBase: "#121417",
  colorTextSecondary: "rgba(255, 255, 255, 0.72)",
  colorTextTertiary: "rgba(255, 255, 255, 0.66)",
  colorTextDescription: "rgba(255, 255, 255, 0.68)",
  colorTextPlaceholder: "rgba(255, 255, 255, 0.6)",
  colorError: "#ff8f8c",
  colorPrimaryHover: "#3976bb",
  purple7: "#b38ae8",
  "purple-7": "#b38ae8",
};
/** Chosen entries, and buttons under the mouse, in the dark: Ant Design's blue on blue is too faint, and so is white on light red. */
const DARK_COMPONENTS = {
  Button: { defaultHoverColor: "#7db8ff", defaultActiveColor: "#7db8ff", dangerColor: "#2a0707" },
  Menu: { itemSelectedColor: "#a9d0ff" },
  Tabs: { itemSelectedColor: "#7db8ff", itemHoverColor: "#a9d0ff", itemActiveColor: "#a9d0ff" },
};

export default function Themed({ children }: { children: ReactNode }) {
  const { dark, language } = usePreference();
  return (
    <ConfigProvider
      // Ant Design would write 打 开 with a space; no Chinese program does.
      button={{ autoInsertSpace: false }}
      // Whoever double-clicks the button that opens a form clicks beside the form with the second: it stays.
      modal={{ mask: { closable: false } }}
      drawer={{ mask: { closable: false } }}
      locale={language === "en" ? enUS : zhCN}
      theme={{
        zeroRuntime: true,
        // The delivered styles name no version.
        hashed: false,
        components: dark ? DARK_COMPONENTS : {},
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          ...(dark ? DARK : LIGHT),
          // Nothing slides or fades: what was asked for is there at once, and a cancelled transition leaves nothing behind.
          motion: false,
          borderRadius: 6,
          fontFamily: FONTS,
        },
      }}
    >
      <AntApp style={{ height: "100%" }}>
        <HashRouter>{children}</HashRouter>
      </AntApp>
    </ConfigProvider>
  );
}
