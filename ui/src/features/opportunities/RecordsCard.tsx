// Records of an opportunity: competitors, who decides, checkpoints, quotes, negotiations, what was done.
import { Button, Card, Checkbox, Dropdown, Flex, Form, List, Typography } from "antd";
import { useState } from "react";
import type { OpportunityRecordView, OpportunityView, RecordKindBody } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { DayItem } from "../../shared/DayItem";
import { EraseButton } from "../../shared/erasing/EraseButton";
import { Attached } from "../../shared/files/Attached";
import { PathField } from "../../shared/files/PathField";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useToday } from "../../shared/today";
import { useAct, useRead } from "../../shared/useCase";
import { FieldItems, fieldsOf, type Typed } from "../tickets/FieldItems";
import { useSaid } from "../tickets/FieldsCard";
import { FILES } from "../tickets/FileItem";
import { ApprovalDialog } from "./ApprovalDialog";
import type { OfOpportunity } from "./CourseDialogs";
import { TEXTS } from "./texts";

/** Code of the checkpoints, at which a supervisor looks. */
const CHECKPOINT = "checkpoint";

interface Writing {
  kind: RecordKindBody;
  row: OpportunityRecordView | null;
}

export function RecordsCard({ view }: { view: OpportunityView }) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const may = useMay();
  const said = useSaid();
  const form = useRead("opportunityForm", {});
  const strike = useAct("strikeOpportunityRecord");
  const [writing, setWriting] = useState<Writing | null>(null);
  const [striking, setStriking] = useState<number | null>(null);
  const { opportunity, records } = view;
  const [looking, setLooking] = useState<number | null>(null);
  const works = may("recordOnOpportunity", view.unit) && view.voided === null;
  const kinds = (form.data?.stages ?? []).flatMap((body) => body.records);
  // After the end only what comes then is still kept.
  const takes = (code: string) =>
    works &&
    (form.data?.kept ?? []).includes(code) &&
    (view.conclusion === null || (form.data?.afterEnd ?? []).includes(code));
  const offered = kinds.filter(({ code }) => takes(code));
  const kindOf = (code: string) => kinds.find((one) => one.code === code);
  const named = ({ kind, on }: OpportunityRecordView) => `${kindOf(kind)?.label ?? kind} ${on}`;
  const write = (kind: RecordKindBody | undefined, row: OpportunityRecordView | null) => {
    if (kind !== undefined) setWriting({ kind, row });
  };
  return (
    <Card
      size="small"
      title={texts.records}
      extra={
        offered.length > 0 ? (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: offered.map(({ code, label }) => ({ key: code, label })),
              onClick: ({ key }) => write(kindOf(key), null),
            }}
          >
            <Button size="small">{texts.recordAdd}</Button>
          </Dropdown>
        ) : null
      }
    >
      {records.length === 0 ? (
        <Typography.Text type="secondary">{texts.recordNone}</Typography.Text>
      ) : (
        <List
          size="small"
          dataSource={records}
          rowKey="number"
          renderItem={(row) => (
            <List.Item
              actions={[
                ...(takes(row.kind) && row.struck === null
                  ? [
                      ...(row.kind === CHECKPOINT
                        ? [
                            <Button
                              key="look"
                              size="small"
                              type="text"
                              onClick={() => setLooking(row.number)}
                            >
                              {texts.approvals.checkpoint.button}
                            </Button>,
                          ]
                        : []),
                      <Button
                        key="change"
                        size="small"
                        type="text"
                        onClick={() => write(kindOf(row.kind), row)}
                      >
                        {texts.recordChange}
                      </Button>,
                      <Button key="strike" size="small" type="text" onClick={() => setStriking(row.number)}>
                        {texts.recordStrike}
                      </Button>,
                    ]
                  : []),
                ...(row.subject !== null && may("erasePersonal")
                  ? [<EraseButton key="erase" subject={row.subject} name={named(row)} />]
                  : []),
              ]}
            >
              <Flex vertical style={{ minWidth: 0 }}>
                <Flex gap={6} wrap align="center">
                  <Typography.Text strong delete={row.struck !== null}>
                    {named(row)}
                  </Typography.Text>
                  <Typography.Text type="secondary">{row.by}</Typography.Text>
                  {row.updatedBy === null ? null : (
                    <Typography.Text type="secondary">{texts.recordUpdatedBy(row.updatedBy)}</Typography.Text>
                  )}
                </Flex>
                {(kindOf(row.kind)?.fields ?? []).map((field) => {
                  const text = row.fields[field.code];
                  return text === undefined ? null : (
                    <span key={field.code} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                      {`${field.label}${marks.colon}${said(field, text)}`}
                    </span>
                  );
                })}
                {row.file === null ? null : (
                  <Attached to={{ opportunity }} file={row.file} name={named(row)} kind={row.fileKind} />
                )}
                {row.struck === null ? null : <span>{texts.recordStruck(row.struck)}</span>}
              </Flex>
            </List.Item>
          )}
        />
      )}
      {writing === null ? null : <RecordDialog view={view} {...writing} close={() => setWriting(null)} />}
      {looking === null ? null : (
        <ApprovalDialog view={view} about="checkpoint" number={looking} close={() => setLooking(null)} />
      )}
      {striking === null ? null : (
        <ReasonDialog
          name={`opportunity.strike.${opportunity}.${striking}`}
          title={texts.recordStrike}
          label={texts.recordStrikeReason}
          danger
          act={strike}
          request={(reason) => ({ opportunity, number: striking, reason })}
          done={texts.recordStruckDone}
          onClose={() => setStriking(null)}
        />
      )}
    </Card>
  );
}

function RecordDialog({ view: { opportunity }, kind, row, close }: OfOpportunity & Writing) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`opportunity.record.${opportunity}.${kind.code}.${row?.number ?? "new"}`}
      title={kind.label}
      okText={row === null ? texts.recordAdd : texts.recordChange}
      width={600}
      initial={{ on: row?.on ?? today, fields: row?.fields ?? {} }}
      beside={{ dayOutside: "on" }}
      act={useAct("recordOnOpportunity")}
      request={(fields: { on: string; fields?: Typed; file?: string; withoutFile?: boolean }) => ({
        opportunity,
        kind: kind.code,
        number: row?.number ?? null,
        on: fields.on,
        fields: fieldsOf(kind.fields, fields.fields ?? {}),
        file: fields.file?.trim() || null,
        withoutFile: fields.withoutFile ?? false,
      })}
      done={texts.recordSaved}
      onClose={close}
    >
      <DayItem label={texts.day} />
      <FieldItems fields={kind.fields} name="fields" all />
      <Form.Item
        name="file"
        label={texts.recordFile}
        {...(row === null || row.file === null ? {} : { extra: texts.recordFileStays })}
      >
        <PathField kind={{ name: texts.chooseFile, extensions: FILES }} title={texts.chooseFile} takesDrops />
      </Form.Item>
      {row === null || row.file === null ? null : (
        <Form.Item name="withoutFile" valuePropName="checked">
          <Checkbox>{texts.recordWithoutFile}</Checkbox>
        </Form.Item>
      )}
    </ActDialog>
  );
}
