// Records of a ticket: exchanges, discussions, what was done.
import { Button, Card, Dropdown, Flex, List, Tag, Typography } from "antd";
import { useState } from "react";
import type { RecordKindBody, TicketView } from "../../bindings/bindings";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { useSaid } from "./FieldsCard";
import { WORKING } from "./PartsCard";
import { SettleDialog, settledWord } from "./SettleDialog";
import { TEXTS } from "./texts";
import { RecordDialog } from "./WorkDialogs";

export function RecordsCard({ view }: { view: TicketView }) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const said = useSaid();
  const strike = useAct("strikeTicketRecord");
  const [adding, setAdding] = useState<RecordKindBody | null>(null);
  const [striking, setStriking] = useState<number | null>(null);
  const [settling, setSettling] = useState<number | null>(null);
  const { kind, records, state, ticket, mayWork } = view;
  const works = mayWork && WORKING.includes(state);
  const kindOf = (code: string) => kind.records.find((one) => one.code === code);
  return (
    <Card
      size="small"
      title={texts.records}
      extra={
        works ? (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: kind.records.map(({ code, label }) => ({ key: code, label })),
              onClick: ({ key }) => setAdding(kindOf(key) ?? null),
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
              actions={
                works && row.struck === null
                  ? [
                      ...(row.opinion && row.settled === null
                        ? [
                            <Button key="settle" size="small" onClick={() => setSettling(row.number)}>
                              {texts.opinionSettle}
                            </Button>,
                          ]
                        : []),
                      <Button key="strike" size="small" type="text" onClick={() => setStriking(row.number)}>
                        {texts.recordStrike}
                      </Button>,
                    ]
                  : []
              }
            >
              <Flex vertical style={{ minWidth: 0 }}>
                <Flex gap={6} wrap align="center">
                  <Typography.Text strong delete={row.struck !== null}>
                    {`${row.on} ${kindOf(row.kind)?.label ?? row.kind}`}
                  </Typography.Text>
                  {row.opinion && row.settled === null ? <Tag color="red">{texts.opinionOpen}</Tag> : null}
                  {row.file === null ? null : <Tag>{texts.attached}</Tag>}
                  <Typography.Text type="secondary">{row.by}</Typography.Text>
                </Flex>
                {(kindOf(row.kind)?.fields ?? []).map((field) => {
                  const text = row.fields[field.code];
                  const hidden = text === undefined && field.restricted && !mayWork;
                  return text === undefined && !hidden ? null : (
                    <span key={field.code} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                      {`${field.label}${marks.colon}${text === undefined ? texts.restricted : said(field, text)}`}
                    </span>
                  );
                })}
                {row.settled === null ? null : (
                  <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                    <Tag color="blue">{settledWord(texts, kindOf(row.kind), row.settled.accepted)}</Tag>
                    {[row.settled.on, row.settled.text, row.settled.by].filter(Boolean).join(" · ")}
                  </span>
                )}
                {row.struck === null ? null : <span>{texts.recordStruck(row.struck)}</span>}
              </Flex>
            </List.Item>
          )}
        />
      )}
      {adding === null ? null : <RecordDialog view={view} kind={adding} close={() => setAdding(null)} />}
      {settling === null ? null : (
        <SettleDialog view={view} record={settling} close={() => setSettling(null)} />
      )}
      {striking === null ? null : (
        <ReasonDialog
          name={`ticket.strike.${ticket}.${striking}`}
          title={texts.recordStrike}
          label={texts.recordStrikeReason}
          danger
          act={strike}
          request={(reason) => ({ ticket, number: striking, reason })}
          done={texts.recordStruckDone}
          onClose={() => setStriking(null)}
        />
      )}
    </Card>
  );
}
