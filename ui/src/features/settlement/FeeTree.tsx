// The fee, opened level by level down to the items of a person: what it is made of, how, and what came of it.
import { Button, Card, Flex, Table, type TableColumnsType, Tag, Typography } from "antd";
import { startTransition, useMemo, useState } from "react";
import type { SettlementView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { type SettlementTexts, TEXTS } from "./texts";
import { keysOf, type Level, type Node, settlementTree } from "./tree";
import { useItems } from "./useItems";

const TO_UNITS: Level[] = ["due", "fee", "coefficient", "overall", "group"];
const TO_GROUPS: Level[] = ["due", "fee", "coefficient", "overall"];

export function FeeTree({ settlement }: { settlement: SettlementView }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const rulebook = useRead("rulebook", {}, may("rulebook"));
  const root = useMemo(() => {
    const sets = rulebook.data?.ruleSets ?? [];
    const bands = sets.find(({ version }) => version === settlement.ruleSet.version)?.bands ?? [];
    return settlementTree(settlement, bands, texts);
  }, [settlement, rulebook.data, texts]);
  return <ScoreTree root={root} title={texts.tree.title} />;
}

export function ScoreTree({ root, title }: { root: Node; title: string }) {
  const texts = usePick(TEXTS);
  const first = root.level === "unit" ? keysOf(root, ["unit"]) : keysOf(root, TO_GROUPS);
  const [open, setOpen] = useState<readonly string[]>(first);
  // A hundred rows more are drawn piece by piece, so that the window goes on answering.
  const show = (keys: readonly string[]) => startTransition(() => setOpen(keys));
  const shown = useItems(root, open, texts);
  const words = texts.tree;
  return (
    <Card
      size="small"
      title={title}
      extra={
        <Flex gap={4} wrap justify="end">
          {root.level === "unit" ? null : (
            <Button size="small" type="text" onClick={() => show(keysOf(root, TO_UNITS))}>
              {words.expandUnits}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => show(keysOf(root, [...TO_UNITS, "unit"]))}>
            {words.expandMonths}
          </Button>
          <Button size="small" type="text" onClick={() => show(first)}>
            {words.collapse}
          </Button>
        </Flex>
      }
      styles={{ body: { padding: 0 } }}
    >
      <Table
        size="small"
        rowKey="key"
        pagination={false}
        dataSource={[shown]}
        columns={columns(texts)}
        expandable={{
          expandedRowKeys: open,
          onExpandedRowsChange: (keys) => show(keys.map(String)),
          indentSize: 14,
        }}
        scroll={{ x: 760 }}
      />
    </Card>
  );
}

const STRONG: Level[] = ["due", "fee", "coefficient", "overall"];

function columns({ tree: words }: SettlementTexts): TableColumnsType<Node> {
  return [
    {
      title: words.what,
      key: "title",
      width: 264,
      // A block of its own beside the floating opener: a long name's further lines stand under its first.
      render: (_, { title, level, tags }) => (
        <div style={{ display: "flow-root" }}>
          {level === "note" ? (
            <Typography.Text type="secondary">{title}</Typography.Text>
          ) : STRONG.includes(level) ? (
            <strong>{title}</strong>
          ) : (
            title
          )}
          {tags.map((tag) => (
            <Tag key={tag} style={{ marginInline: "6px 0" }}>
              {tag}
            </Tag>
          ))}
        </div>
      ),
    },
    {
      title: words.how,
      dataIndex: "how",
      render: (how: string | null) => (
        <span style={{ fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" }}>{how}</span>
      ),
    },
    {
      title: words.value,
      dataIndex: "value",
      width: 130,
      align: "right",
      render: (value: string | null, { level }) =>
        level === "note" ? null : (
          <span style={{ fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }}>
            {value === null ? "—" : STRONG.includes(level) ? <strong>{value}</strong> : value}
          </span>
        ),
    },
  ];
}
