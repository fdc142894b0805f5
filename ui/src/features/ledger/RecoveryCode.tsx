// The recovery code, shown this once: large, to be printed, and not left before one says that it is stored.
import { CopyOutlined, PrinterOutlined } from "@ant-design/icons";
import { App, Button, Card, Checkbox, Flex, Space, Typography, theme } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import "./print.css";
import { type Role, TEXTS } from "./texts";
import type { Made } from "./useFound";

export default function RecoveryCode({ made: { founded, request } }: { made: Made }) {
  const texts = usePick(TEXTS);
  const words = texts.recovery;
  const { token } = theme.useToken();
  const { message } = App.useApp();
  const [kept, setKept] = useState(false);
  const signIn = useAct("signIn");
  const copy = async () => {
    await navigator.clipboard.writeText(founded.recoveryCode);
    void message.success(words.copied);
  };
  return (
    <>
      <Card title={words.title} style={{ maxWidth: 680, marginInline: "auto" }}>
        <Typography.Paragraph>{words.help}</Typography.Paragraph>
        <div
          data-testid="recovery-code"
          aria-label={words.code}
          style={{
            padding: token.paddingLG,
            marginBlockEnd: token.margin,
            borderRadius: token.borderRadiusLG,
            background: token.colorFillTertiary,
            fontFamily: token.fontFamilyCode,
            fontSize: 26,
            textAlign: "center",
            overflowWrap: "anywhere",
            userSelect: "all",
          }}
        >
          {founded.recoveryCode}
        </div>
        <Typography.Paragraph type="secondary">{words.advice}</Typography.Paragraph>
        <Space style={{ marginBlockEnd: 24 }}>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button icon={<CopyOutlined />} onClick={copy}>
            {words.copy}
          </Button>
        </Space>
        <Flex vertical gap="middle" align="start">
          <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
            {words.kept}
          </Checkbox>
          {signIn.isError ? <Failure error={signIn.error} /> : null}
          <Button
            type="primary"
            disabled={!kept}
            loading={signIn.isPending}
            onClick={() => signIn.mutate({ account: request.admin, password: request.password })}
          >
            {words.go}
          </Button>
        </Flex>
      </Card>
      <div className="paper-only" aria-hidden>
        <h1>{words.sheetTitle}</h1>
        <p>{words.sheetHelp}</p>
        <div className="paper-code">{founded.recoveryCode}</div>
        <dl>
          <dt>{words.sheetFor}</dt>
          <dd>{texts.create.roles[request.role as Role]}</dd>
          <dt>{words.sheetUnit}</dt>
          <dd>{request.unit}</dd>
          <dt>{words.sheetAdmin}</dt>
          <dd>{request.admin}</dd>
          <dt>{words.sheetFolder}</dt>
          <dd>{founded.dir}</dd>
          <dt>{words.sheetDate}</dt>
          <dd>{dayjs().format("YYYY-MM-DD")}</dd>
          <dt>{words.sheetKeeper}</dt>
          <dd>＿＿＿＿＿＿＿＿＿＿</dd>
        </dl>
      </div>
    </>
  );
}
