// What others approved or refused of an opportunity, with what shows it.
import { Card, Flex, Tag, Typography } from "antd";
import type { ApprovalView, OpportunityView } from "../../bindings/bindings";
import { Attached } from "../../shared/files/Attached";
import { usePick } from "../../shared/pick";
import type { About } from "./ApprovalDialog";
import { TEXTS } from "./texts";

export function ApprovalsCard({ view: { approvals, opportunity } }: { view: OpportunityView }) {
  const texts = usePick(TEXTS);
  return (
    <Card size="small" title={texts.approvalsTitle}>
      <Flex vertical component="ul" gap={8} style={{ margin: 0, padding: 0, listStyle: "none" }}>
        {approvals.map((one) => (
          <li key={one.number}>
            <One approval={one} opportunity={opportunity} />
          </li>
        ))}
      </Flex>
    </Card>
  );
}

function One({ approval, opportunity }: { approval: ApprovalView; opportunity: string }) {
  const texts = usePick(TEXTS);
  const { short, yes, no } = texts.approvals[approval.about as About];
  const name = approval.record === null ? short : texts.approvalOf(short, approval.record);
  return (
    <Flex vertical gap={2}>
      <Flex gap={6} wrap align="center">
        <Typography.Text strong>{`${name} ${approval.on}`}</Typography.Text>
        <Tag color={approval.approved ? "green" : "red"}>{approval.approved ? yes : no}</Tag>
        <span style={{ overflowWrap: "anywhere" }}>{approval.person ?? texts.gone}</span>
      </Flex>
      {approval.text === null ? null : (
        <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{approval.text}</span>
      )}
      <Typography.Text type="secondary" style={{ overflowWrap: "anywhere" }}>
        {texts.approvalBasis(approval.basis === "" ? texts.approvalShown : approval.basis, approval.by)}
      </Typography.Text>
      {approval.evidence === null ? null : (
        <Attached to={{ opportunity }} file={approval.evidence} name={name} kind={approval.evidenceKind} />
      )}
    </Flex>
  );
}
