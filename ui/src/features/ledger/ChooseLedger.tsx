// No ledger yet: three ways to begin, each with what it means.
import {
  ArrowLeftOutlined,
  FolderOpenOutlined,
  PlayCircleOutlined,
  PlusCircleOutlined,
} from "@ant-design/icons";
import { Button, Card, Col, Flex, Row, Typography, theme } from "antd";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { DemoView, StatusView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";
import type { Made } from "./useFound";

// Fetched when chosen: the three ways themselves are what the program shows first.
const MakeDemo = lazy(() => import("./MakeDemo"));
const NewLedger = lazy(() => import("./NewLedger"));
const OpenOrRestore = lazy(() => import("./OpenOrRestore"));

interface ChooseLedgerProps {
  status: StatusView;
  /** Back to the ledger that is open. */
  back: (() => void) | null;
  opened: () => void;
  demoMade: (demo: DemoView) => void;
  founded: (made: Made) => void;
}

type Choice = "new" | "open" | "demo";

const ICONS: Record<Choice, ReactNode> = {
  new: <PlusCircleOutlined />,
  open: <FolderOpenOutlined />,
  demo: <PlayCircleOutlined />,
};

export function ChooseLedger({ status, back, opened, demoMade, founded }: ChooseLedgerProps) {
  const texts = usePick(TEXTS);
  const [choice, setChoice] = useState<Choice | null>(null);
  const leave = choice === null ? back : () => setChoice(null);
  return (
    <Flex vertical gap="middle">
      {leave === null ? null : (
        <Button
          type="link"
          icon={<ArrowLeftOutlined />}
          onClick={leave}
          style={{ alignSelf: "start", paddingInline: 0 }}
        >
          {texts.back}
        </Button>
      )}
      {choice === null ? <Choices choose={setChoice} /> : null}
      <Suspense fallback={null}>
        {choice === "new" ? <NewLedger status={status} made={founded} /> : null}
        {choice === "open" ? <OpenOrRestore dir={status.dir} exists={status.exists} opened={opened} /> : null}
        {choice === "demo" ? <MakeDemo dir={status.dir} made={demoMade} /> : null}
      </Suspense>
    </Flex>
  );
}

function Choices({ choose }: { choose: (choice: Choice) => void }) {
  const texts = usePick(TEXTS);
  const { token } = theme.useToken();
  return (
    <>
      <div style={{ textAlign: "center", paddingBlock: token.paddingLG }}>
        <Typography.Title level={2} style={{ marginBlockEnd: 8 }}>
          {texts.welcome}
        </Typography.Title>
        <Typography.Text type="secondary">{texts.welcomeHelp}</Typography.Text>
      </div>
      <Row gutter={[16, 16]}>
        {(Object.keys(ICONS) as Choice[]).map((choice) => (
          <Col key={choice} xs={24} md={8}>
            <Card style={{ height: "100%" }} styles={{ body: { height: "100%" } }}>
              <Flex vertical align="center" gap="small" style={{ height: "100%", textAlign: "center" }}>
                <span aria-hidden style={{ fontSize: 36, color: token.colorPrimary }}>
                  {ICONS[choice]}
                </span>
                <Typography.Title level={4} style={{ margin: 0 }}>
                  {texts.choices[choice].title}
                </Typography.Title>
                <Typography.Paragraph type="secondary" style={{ flex: 1 }}>
                  {texts.choices[choice].does}
                </Typography.Paragraph>
                <Button type={choice === "new" ? "primary" : "default"} block onClick={() => choose(choice)}>
                  {texts.choices[choice].act}
                </Button>
              </Flex>
            </Card>
          </Col>
        ))}
      </Row>
    </>
  );
}
