// 合同: its quarters come from a table and go out as one.
import { Card, Space, Typography } from "antd";
import { usePick } from "../../shared/pick";
import { ExportButton } from "./ExportButton";
import { ImportLink } from "./ImportLink";
import { TEXTS } from "./texts";

export function ContractNote() {
  const texts = usePick(TEXTS).rules;
  return (
    <Card size="small" title={texts.contract}>
      <Typography.Paragraph type="secondary">{texts.contractHelp}</Typography.Paragraph>
      <Space>
        <ImportLink />
        <ExportButton kind="contract" />
      </Space>
    </Card>
  );
}
