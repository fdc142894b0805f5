// 试算: assumed quarter scores of units, and what becomes of the result. Nothing of it is saved.
import { DeleteOutlined } from "@ant-design/icons";
import { Alert, Button, Card, Flex, Input, Select, Table, Tag, Typography } from "antd";
import { useRef, useState } from "react";
import type { SettlementView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { NothingYet } from "../../shared/NothingYet";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { useWhose } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { PointValues } from "./PointValues";
import { SCORE, scoreOf, whatIfRequest } from "./requests";
import { Sentence } from "./Result";
import { TEXTS } from "./texts";
import { UnitTable } from "./UnitTable";

export function WhatIf({ settlement }: { settlement: SettlementView }) {
  const texts = usePick(TEXTS).whatIf;
  const [assumed, setAssumed] = useAssumed(settlement.quarter);
  const asked = usePaused(whatIfRequest(assumed));
  const any = Object.keys(asked).length > 0;
  const answer = useRead("settle", { quarter: settlement.quarter, whatIf: asked, revision: null }, any);
  // The last answer stays while the next is worked out.
  const last = useRef<SettlementView | null>(null);
  if (answer.data) last.current = answer.data;
  if (!any) last.current = null;
  const then = any ? (answer.data ?? last.current) : null;
  const units = settlement.groups.flatMap((group) => group.units);
  const open = units.filter(({ code }) => !(code in assumed));
  const unscored = open.filter(({ score, exempt }) => score === null && exempt === null);
  const add = (codes: string[]) =>
    setAssumed({ ...assumed, ...Object.fromEntries(codes.map((code) => [code, ""])) });

  return (
    <Flex vertical gap="small">
      <Alert
        type="info"
        showIcon
        title={
          <>
            <Tag color="purple">{texts.tag}</Tag>
            {texts.banner} {texts.help}
          </>
        }
      />
      {answer.isError ? <Failure error={answer.error} /> : null}
      {then === null ? null : <Comparison now={settlement} then={then} />}
      <Card
        size="small"
        title={
          <Flex gap="small" wrap style={{ paddingBlock: 6 }}>
            <Select
              style={{ minWidth: 240 }}
              placeholder={texts.add}
              aria-label={texts.add}
              value={null}
              options={open.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
              showSearch={{ optionFilterProp: "label" }}
              onChange={(code: string | null) => {
                if (code !== null) add([code]);
              }}
            />
            {unscored.length > 0 ? (
              <Button onClick={() => add(unscored.map(({ code }) => code))}>
                {texts.addUnscored(unscored.length)}
              </Button>
            ) : null}
          </Flex>
        }
        extra={
          <Button disabled={Object.keys(assumed).length === 0} onClick={() => setAssumed({})}>
            {texts.reset}
          </Button>
        }
        styles={{ body: { padding: 0 } }}
      >
        <Table
          size="small"
          rowKey="code"
          pagination={false}
          dataSource={units.filter(({ code }) => code in assumed)}
          locale={{ emptyText: <NothingYet what={texts.empty} first={texts.emptyHelp} /> }}
          columns={[
            { title: texts.points.unit, dataIndex: "name" },
            {
              title: texts.now,
              dataIndex: "shown",
              align: "right",
              width: 120,
              render: (shown: string | null) => shown ?? "—",
            },
            {
              title: texts.assumed,
              key: "assumed",
              align: "right",
              width: 220,
              render: (_, { code, name }) => (
                <Score
                  label={texts.scoreOf(name)}
                  value={assumed[code] ?? ""}
                  onChange={(score) => setAssumed({ ...assumed, [code]: score })}
                />
              ),
            },
            {
              key: "remove",
              width: 56,
              render: (_, { code, name }) => (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={texts.remove(name)}
                  title={texts.remove(name)}
                  onClick={() =>
                    setAssumed(Object.fromEntries(Object.entries(assumed).filter(([key]) => key !== code)))
                  }
                />
              ),
            },
          ]}
        />
      </Card>
      {then === null ? null : <UnitTable settlement={then} assumed={asked} />}
      <PointValues quarter={settlement.quarter} />
    </Flex>
  );
}

function Comparison({ now, then }: { now: SettlementView; then: SettlementView }) {
  const all = usePick(TEXTS);
  const texts = all.whatIf;
  const yuan = (amount: string | null) => (amount === null ? "—" : money(amount));
  const lines = [
    { key: "overall", what: all.tree.overall, now: now.overall ?? "—", then: then.overall ?? "—" },
    {
      key: "coefficient",
      what: all.tree.coefficient,
      now: now.coefficient ?? "—",
      then: then.coefficient ?? "—",
    },
    {
      key: "band",
      what: all.band,
      now: now.band === null ? "—" : (all.bands[now.band] ?? now.band),
      then: then.band === null ? "—" : (all.bands[then.band] ?? then.band),
    },
    { key: "fee", what: all.tree.fee, now: yuan(now.feePayable), then: yuan(then.feePayable) },
  ];
  return (
    <Card
      size="small"
      title={
        <span style={{ whiteSpace: "normal" }} data-testid="whatIfSentence">
          <Tag color="purple">{texts.tag}</Tag>
          <Sentence settlement={then} />
        </span>
      }
      styles={{ body: { padding: 0 } }}
    >
      <Table
        size="small"
        pagination={false}
        dataSource={lines}
        columns={[
          { title: texts.compare, dataIndex: "what" },
          { title: texts.real, dataIndex: "now", align: "right", width: 220 },
          {
            title: texts.then,
            dataIndex: "then",
            align: "right",
            width: 220,
            render: (value: string, line) =>
              value === line.now ? value : <Typography.Text strong>{value}</Typography.Text>,
          },
        ]}
      />
    </Card>
  );
}

interface ScoreProps {
  label: string;
  value: string;
  onChange: (score: string) => void;
}

function Score({ label, value, onChange }: ScoreProps) {
  const texts = usePick(TEXTS).whatIf;
  const bad = value.trim() !== "" && !SCORE.test(scoreOf(value));
  return (
    <>
      <Input
        size="small"
        inputMode="decimal"
        aria-label={label}
        style={{ width: 110, textAlign: "right" }}
        value={value}
        {...(bad ? { status: "error" as const } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {bad ? (
        <Typography.Text type="danger" style={{ display: "block", fontSize: 12 }}>
          {texts.bad}
        </Typography.Text>
      ) : null}
    </>
  );
}

/** What was typed for a quarter, kept with the window. */
function useAssumed(quarter: string) {
  const key = useWhose(`whatIf.${quarter}`);
  const [assumed, setAssumed] = useState<Record<string, string>>(
    () => JSON.parse(sessionStorage.getItem(key) ?? "{}") as Record<string, string>,
  );
  const keep = (next: Record<string, string>) => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setAssumed(next);
  };
  return [assumed, keep] as const;
}
