// The settlement account and the workbook with live formulas, as Excel files.
import { Button, Card, Flex, Typography } from "antd";
import type { SettlementView } from "../../bindings/bindings";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useMay, useSignedIn } from "../../shared/session";
import { TEXTS } from "./texts";

export function Exports({ settlement }: { settlement: SettlementView }) {
  const general = useTexts();
  const texts = usePick(TEXTS).money;
  const may = useMay();
  const { status } = useSignedIn();
  const account = useExport("accountWorkbook");
  const live = useExport("settlementWorkbook");
  const { quarter } = settlement;
  const kind = { name: texts.workbook, extensions: ["xlsx"] };
  const books = [
    {
      use: "accountWorkbook" as const,
      title: texts.accountBook,
      help: texts.accountBookHelp,
      pending: account.isPending,
      save: () =>
        account.save({
          title: texts.accountBook,
          kind,
          proposed: texts.fileNames.account,
          request: (out) => ({ out }),
        }),
    },
    {
      use: "settlementWorkbook" as const,
      title: texts.liveBook,
      help: texts.liveBookHelp,
      pending: live.isPending,
      save: () =>
        live.save({
          title: texts.liveBook,
          kind,
          proposed: texts.fileNames.live(quarterName(general, quarter)),
          request: (out) => ({ quarter, out }),
        }),
    },
  ].filter(({ use }) => may(use, status.unit));
  if (books.length === 0) return null;
  return (
    <Card size="small" title={texts.export}>
      <Flex gap="large" wrap>
        {books.map(({ use, title, help, pending, save }) => (
          <div key={use} style={{ flex: "1 1 320px", minWidth: 0 }}>
            <Typography.Text strong>{title}</Typography.Text>
            <Typography.Paragraph type="secondary" style={{ marginBlockEnd: 8 }}>
              {help}
            </Typography.Paragraph>
            <Button loading={pending} onClick={() => void save()} aria-label={`${texts.exportAct}: ${title}`}>
              {texts.exportAct}
            </Button>
          </div>
        ))}
      </Flex>
    </Card>
  );
}
