// The settlement account and the workbook with live formulas, as Excel files.
import { App, Button, Card, Flex, Form, Typography } from "antd";
import type { SettlementView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

export function Exports({ settlement }: { settlement: SettlementView }) {
  const general = useTexts();
  const texts = usePick(TEXTS).money;
  const may = useMay();
  const { status } = useSignedIn();
  const account = useAct("accountWorkbook");
  const live = useAct("settlementWorkbook");
  const { quarter } = settlement;
  const accounts = may("accountWorkbook", status.unit);
  const lives = may("settlementWorkbook", status.unit);
  if (!accounts && !lives) return null;
  return (
    <Card size="small" title={texts.export}>
      <Flex gap="large" wrap>
        {accounts ? (
          <Export
            name="accountWorkbook"
            title={texts.accountBook}
            help={texts.accountBookHelp}
            proposed={texts.fileNames.account}
            act={{ ...account, run: (out) => account.mutateAsync({ out }) }}
          />
        ) : null}
        {lives ? (
          <Export
            name={`settlementWorkbook.${quarter}`}
            title={texts.liveBook}
            help={texts.liveBookHelp}
            proposed={texts.fileNames.live(quarterName(general, quarter))}
            act={{ ...live, run: (out) => live.mutateAsync({ quarter, out }) }}
          />
        ) : null}
      </Flex>
    </Card>
  );
}

interface ExportProps {
  name: string;
  title: string;
  help: string;
  proposed: string;
  act: { run: (out: string) => Promise<{ path: string }>; isPending: boolean; error: Error | null };
}

function Export({ name, title, help, proposed, act }: ExportProps) {
  const all = usePick(TEXTS);
  const texts = all.money;
  const { message } = App.useApp();
  const kept = useKeptForm<{ out: string }>(name);
  const submit = async ({ out }: { out: string }) => {
    try {
      const file = await act.run(out.trim());
      void message.success(texts.exported(file.path));
    } catch {
      // shown below
    }
  };
  return (
    <div style={{ flex: "1 1 320px", minWidth: 0 }}>
      <Typography.Text strong>{title}</Typography.Text>
      <Typography.Paragraph type="secondary" style={{ marginBlockEnd: 8 }}>
        {help}
      </Typography.Paragraph>
      <Form {...kept.props} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="out"
          label={texts.exportTo}
          rules={[{ required: true, whitespace: true, message: all.report.saveNeeded }]}
        >
          <PathField
            saving
            proposed={proposed}
            kind={{ name: texts.workbook, extensions: ["xlsx"] }}
            title={title}
          />
        </Form.Item>
        <Button htmlType="submit" loading={act.isPending}>
          {texts.exportAct}
        </Button>
      </Form>
      {act.error ? (
        <div style={{ marginBlockStart: 12 }}>
          <Failure error={act.error} />
        </div>
      ) : null}
    </div>
  );
}
