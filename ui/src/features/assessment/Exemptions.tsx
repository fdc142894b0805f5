// 不纳入考核: units that the province leaves out of the quarter, with the paper behind it and the second person's approval.
import { MinusCircleOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Form, Select, Tag, Typography } from "antd";
import { useState } from "react";
import type { ExemptionView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { Failure } from "../../shared/Failure";
import { Attached } from "../../shared/files/Attached";
import { PathField } from "../../shared/files/PathField";
import { SCANS } from "../../shared/files/SaveAttached";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useMayProvince } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import type { BoardLine } from "./board";
import { EXEMPTION_TEXTS } from "./exemptionTexts";

interface Fields {
  unit: string;
  reason: string;
  attachment: string;
}

/** The button that leaves a unit out, for whoever may. */
export function LeaveOut({ lines }: { lines: BoardLine[] }) {
  const words = usePick(EXEMPTION_TEXTS);
  const { quarter } = useInView();
  const may = useMayProvince();
  const act = useAct("declareExempt");
  const [open, setOpen] = useState(false);
  if (!may("declareExempt")) return null;
  const nameOf = (code: string) => lines.find((line) => line.code === code)?.name ?? code;
  return (
    <>
      <Button icon={<MinusCircleOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {words.declare}
      </Button>
      {open ? (
        <ActDialog
          name={`exempt.${quarter}`}
          title={words.declare}
          says={words.declareHelp}
          act={act}
          beside={{
            engineerOnDuty: "unit",
            unknownUnit: "unit",
            reasonNeeded: "reason",
            attachmentNeeded: "attachment",
            fileNotFound: "attachment",
          }}
          request={({ unit, reason, attachment }: Fields) => ({
            unit,
            quarter,
            reason: reason.trim(),
            attachment: attachment.trim(),
          })}
          done={(_, { unit }) => words.declared(nameOf(unit))}
          onClose={() => setOpen(false)}
        >
          <Form.Item name="unit" label={words.unit} rules={[{ required: true, message: words.unitNeeded }]}>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              options={lines.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Form.Item>
          <ReasonItem name="reason" label={words.reason} />
          <Form.Item
            name="attachment"
            label={words.paper}
            rules={[{ required: true, whitespace: true, message: words.paperNeeded }]}
          >
            <PathField kind={{ name: words.paper, extensions: SCANS }} title={words.paperTitle} takesDrops />
          </Form.Item>
        </ActDialog>
      ) : null}
    </>
  );
}

/** What is left out in the quarter, and what waits for approval; nothing where there is nothing. */
export function Exemptions({ lines }: { lines: BoardLine[] }) {
  const words = usePick(EXEMPTION_TEXTS);
  const { quarter } = useInView();
  const known = useRead("exemptions", { quarter }, useMayProvince()("exemptions"));
  if (known.isError) return <Failure error={known.error} retry={() => known.refetch()} />;
  if (known.data === undefined || known.data.length === 0) return null;
  return (
    <Card size="small" title={words.title}>
      <Flex vertical gap="small">
        {known.data.map((one) => (
          <Line
            key={one.unit}
            one={one}
            quarter={quarter}
            name={lines.find(({ code }) => code === one.unit)?.name ?? one.unit}
          />
        ))}
      </Flex>
    </Card>
  );
}

function Line({ one, quarter, name }: { one: ExemptionView; quarter: string; name: string }) {
  const words = usePick(EXEMPTION_TEXTS);
  const may = useMayProvince();
  const act = useAct("approveExemption");
  const [open, setOpen] = useState(false);
  const { unit, reason, paper, approvedBy, approvedAt } = one;
  return (
    <Flex wrap align="center" gap="small">
      <Typography.Text strong>{name}</Typography.Text>
      <Typography.Text style={{ overflowWrap: "anywhere" }}>{reason}</Typography.Text>
      <Typography.Text type="secondary">
        {words.declaredBy(one.declaredBy, one.declaredAt)}
        {approvedBy !== null && approvedAt !== null ? ` · ${words.approvedBy(approvedBy, approvedAt)}` : ""}
      </Typography.Text>
      {paper === null ? (
        <Typography.Text type="secondary">{words.noPaper}</Typography.Text>
      ) : (
        <Attached to={{ leftOut: unit, quarter }} file={paper} name={`${quarter} ${words.paperOf(name)}`} />
      )}
      {approvedBy === null ? <Tag color="orange">{words.waiting}</Tag> : null}
      {approvedBy === null && may("approveExemption") ? (
        <Button
          size="small"
          type="primary"
          aria-label={words.approveTitle(name)}
          onClick={() => setOpen(true)}
        >
          {words.approve}
        </Button>
      ) : null}
      {open ? (
        <ActDialog<object, { unit: string; quarter: string }, unknown>
          name={`approveExemption.${unit}.${quarter}`}
          title={words.approveTitle(name)}
          okText={words.approve}
          says={words.approveHelp(reason)}
          act={act}
          request={() => ({ unit, quarter })}
          done={words.approved(name)}
          onClose={() => setOpen(false)}
        >
          {null}
        </ActDialog>
      ) : null}
    </Flex>
  );
}
