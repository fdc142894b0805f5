// 设置: a menu of what the account may see, and the chosen section beside it.
import { Flex, Menu, Skeleton, theme } from "antd";
import { Suspense } from "react";
import { Navigate, Route, Routes, useLocation, useNavigate } from "react-router";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { OF_ONESELF, SECTIONS } from "./sections";
import { TEXTS } from "./texts";

export default function SettingsPage() {
  const texts = usePick(TEXTS);
  const { token } = theme.useToken();
  const may = useMay();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  // Who reads no unit has nothing to do with how the service is run.
  const sections = SECTIONS.filter(
    ({ key, needs }) => may(needs) && (may("unitMonth") || OF_ONESELF.includes(key)),
  );
  const first = sections[0]?.key ?? "about";
  const current = pathname.split("/")[2] ?? first;
  return (
    <Flex gap="middle" align="start">
      <nav aria-label={texts.menu} style={{ position: "sticky", top: token.padding, flex: "none" }}>
        <Menu
          mode="inline"
          selectedKeys={[current]}
          items={sections.map(({ key }) => ({ key, label: texts.sections[key] }))}
          onClick={({ key }) => void navigate(`/settings/${key}`)}
          style={{ width: 136, borderRadius: token.borderRadiusLG, border: "none" }}
        />
      </nav>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Suspense fallback={<Skeleton active />}>
          <Routes>
            {sections.map(({ key, Page }) => (
              <Route key={key} path={key} element={<Page />} />
            ))}
            <Route path="*" element={<Navigate to={`/settings/${first}`} replace />} />
          </Routes>
        </Suspense>
      </div>
    </Flex>
  );
}
