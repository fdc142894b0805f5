// What this screen is for, in a few sentences, and the guide's page about it.
import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Drawer, Typography } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../shared/preference";
import type { Screen } from "./screens";

const Guide = lazy(() => import("../features/guide/Guide"));

export function Help({ screen }: { screen: Screen }) {
  const texts = useTexts();
  const [shown, setShown] = useState(false);
  const { name, help } = texts.screens[screen.key];
  return (
    <>
      <Button type="text" icon={<QuestionCircleOutlined />} onClick={() => setShown(true)}>
        {texts.frame.help}
      </Button>
      <Drawer
        open={shown}
        onClose={() => setShown(false)}
        title={texts.frame.helpOf(name)}
        size={520}
        destroyOnHidden
      >
        <Typography.Paragraph style={{ whiteSpace: "pre-line" }}>{help}</Typography.Paragraph>
        <Suspense fallback={null}>
          <Guide page={screen.guide} />
        </Suspense>
      </Drawer>
    </>
  );
}
