// Records of a kind that have to cover something: four departments and four aspects, the classes of people interviewed. One
// cell for each combination: what stands there, or a button to record it.
import { Button, Card, Table, Tag, Typography } from "antd";
import { useState } from "react";
import type { FieldBody, RecordKindBody, TicketView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { asked, type Typed } from "./FieldItems";
import { WORKING } from "./PartsCard";
import { settledWord } from "./SettleDialog";
import { TEXTS } from "./texts";
import { RecordDialog } from "./WorkDialogs";

type Record_ = TicketView["records"][number];

/** Kinds that have to cover something and are asked for, or have records already. */
export function covering({ kind, fields, records }: TicketView): RecordKindBody[] {
  const wanted = ({ when }: RecordKindBody) => asked({ when } as FieldBody, fields);
  const kept = ({ code }: RecordKindBody) => records.some((row) => row.kind === code && row.struck === null);
  return kind.records.filter((one) => (one.covers ?? []).length > 0 && (wanted(one) || kept(one)));
}

function optionsOf(kind: RecordKindBody, code: string | undefined): string[] {
  const field = kind.fields.find((one) => one.code === code);
  return field !== undefined && typeof field.kind === "object" && "choice" in field.kind
    ? field.kind.choice
    : [];
}

export function CoverCard({ view, kind }: { view: TicketView; kind: RecordKindBody }) {
  const texts = usePick(TEXTS);
  const [adding, setAdding] = useState<Typed | null>(null);
  const [down, across] = kind.covers ?? [];
  const works = view.mayWork && WORKING.includes(view.state);
  const rows = optionsOf(kind, down);
  const columns = across === undefined ? [null] : optionsOf(kind, across);
  const labelOf = (code: string | undefined) => kind.fields.find((one) => one.code === code)?.label ?? "";
  const cell = (row: string, column: string | null) => {
    const of = { [down ?? ""]: row, ...(across === undefined ? {} : { [across]: column }) };
    const last = view.records.findLast(
      (one) =>
        one.kind === kind.code &&
        one.struck === null &&
        Object.entries(of).every(([code, option]) => one.fields[code] === option),
    );
    if (last !== undefined) return <Stands kind={kind} record={last} />;
    if (!works) return <Typography.Text type="secondary">—</Typography.Text>;
    return (
      <Button
        size="small"
        type="link"
        aria-label={`${texts.recordAdd} ${row} ${column ?? ""}`.trim()}
        onClick={() => setAdding(of)}
      >
        {texts.recordAdd}
      </Button>
    );
  };
  return (
    <Card size="small" title={kind.label} styles={{ body: { padding: 0 } }}>
      <Table
        size="small"
        pagination={false}
        rowKey="row"
        dataSource={rows.map((row) => ({ row }))}
        scroll={{ x: "max-content" }}
        columns={[
          { title: labelOf(down), dataIndex: "row", rowScope: "row" },
          ...columns.map((column) => ({
            title: column ?? texts.coverState,
            key: column ?? "state",
            render: (_: unknown, { row }: { row: string }) => cell(row, column),
          })),
        ]}
      />
      {adding === null ? null : (
        <RecordDialog view={view} kind={kind} initial={adding} close={() => setAdding(null)} />
      )}
    </Card>
  );
}

function Stands({ kind, record: { opinion, settled } }: { kind: RecordKindBody; record: Record_ }) {
  const texts = usePick(TEXTS);
  if (!opinion) return <Tag color="green">{texts.coverDone}</Tag>;
  if (settled === null) return <Tag color="red">{texts.opinionOpen}</Tag>;
  return <Tag color="blue">{settledWord(texts, kind, settled.accepted)}</Tag>;
}
