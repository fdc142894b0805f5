// What somebody signed in sees: menu on the left, unit and quarter on top, the screen below.
import { App, Flex, Layout, Menu, Spin, Tag, theme } from "antd";
import { memo, Suspense, useMemo } from "react";
import { Route, Routes, useLocation, useNavigate } from "react-router";
import { useReading } from "../features/find/useReading";
import { BackupFailed } from "../features/keeping/BackupFailed";
import { useFileCheck } from "../features/keeping/useFileCheck";
import { useNotices } from "../features/workbench/useNotices";
import { useIdleMinutes, useTexts } from "../shared/preference";
import { useSignedIn } from "../shared/session";
import { useSignOut } from "../shared/useSignOut";
import { AccountMenu } from "./AccountMenu";
import { Brand } from "./Brand";
import { HeaderBar } from "./HeaderBar";
import { Help } from "./Help";
import { InViewPickers } from "./InViewPickers";
import { PreferenceMenus } from "./PreferenceMenus";
import { ScreenBoundary } from "./ScreenBoundary";
import { Search } from "./Search";
import { linkOf, type Screen, SCREENS, useScreens } from "./screens";
import { useIdleSignOut } from "./useIdleSignOut";

const MENU_WIDTH = 172;

/** Knows nothing of where one is: going from screen to screen draws anew what shows that, and not the whole frame. */
export default memo(function SignedInFrame() {
  const texts = useTexts();
  const { token } = theme.useToken();
  const { message } = App.useApp();
  const { status } = useSignedIn();
  const { signOut } = useSignOut();
  const [minutes] = useIdleMinutes();
  useIdleSignOut(minutes, () => {
    void signOut(() => void message.info({ content: texts.signIn.idle(minutes), duration: 0 }));
  });

  useNotices();
  useReading();
  useFileCheck();

  const screens = useScreens();
  return (
    <Layout style={{ height: "100%" }}>
      <Layout.Sider
        width={MENU_WIDTH}
        style={{
          background: token.colorBgContainer,
          borderInlineEnd: `1px solid ${token.colorBorderSecondary}`,
        }}
      >
        <Flex align="center" style={{ height: 52, paddingInline: token.padding }}>
          <Brand>
            {status.demo ? (
              <Tag color="orange" style={{ marginInlineEnd: 0 }}>
                {texts.ledger.demoTag}
              </Tag>
            ) : null}
          </Brand>
        </Flex>
        <nav aria-label={texts.frame.menu}>
          <Entries screens={screens} />
        </nav>
      </Layout.Sider>
      <Layout>
        <HeaderBar>
          <InViewPickers />
          <Flex align="center" gap={token.marginXXS} style={{ marginInlineStart: "auto" }}>
            <Search />
            <HelpHere screens={screens} />
            <PreferenceMenus />
            <AccountMenu />
          </Flex>
        </HeaderBar>
        <BackupFailed />
        <Layout.Content style={{ overflow: "auto" }}>
          <Shown screens={screens} />
        </Layout.Content>
      </Layout>
    </Layout>
  );
});

interface PartProps {
  /** Those that the account may open. */
  screens: Screen[];
}

function Entries({ screens }: PartProps) {
  const texts = useTexts();
  const navigate = useNavigate();
  const current = useCurrent(screens);
  const items = useMemo(
    () => screens.map(({ key, icon }) => ({ key, icon, label: texts.screens[key].name })),
    [screens, texts],
  );
  return (
    <Menu
      mode="inline"
      selectedKeys={[current.key]}
      style={{ borderInlineEnd: "none" }}
      items={items}
      onClick={({ key }) => {
        const chosen = screens.find((screen) => screen.key === key);
        if (chosen !== undefined) void navigate(linkOf(chosen));
      }}
    />
  );
}

function HelpHere({ screens }: PartProps) {
  return <Help screen={useCurrent(screens)} />;
}

function Shown({ screens }: PartProps) {
  const { token } = theme.useToken();
  const { pathname } = useLocation();
  return (
    // Where it says: a screen that is still being fetched leaves the one before standing.
    <div data-at={pathname} style={{ padding: token.padding, maxWidth: 1440, marginInline: "auto" }}>
      <ScreenBoundary at={pathname}>
        <Suspense fallback={<Waiting />}>
          <Routes>
            {screens.map(({ key, path, Page }) => (
              <Route key={key} path={path} element={<Page />} />
            ))}
            <Route path="*" element={<Waiting />} />
          </Routes>
        </Suspense>
      </ScreenBoundary>
    </div>
  );
}

function useCurrent(screens: Screen[]): Screen {
  const { pathname } = useLocation();
  return screens.find((screen) => isAt(screen, pathname)) ?? (SCREENS[0] as Screen);
}

function isAt(screen: Screen, pathname: string): boolean {
  const link = linkOf(screen);
  return link === "/" ? pathname === "/" : pathname === link || pathname.startsWith(`${link}/`);
}

function Waiting() {
  return (
    <Flex justify="center" style={{ paddingBlock: 120 }}>
      <Spin size="large" />
    </Flex>
  );
}
