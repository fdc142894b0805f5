// The gates in order, each with its verdict and the values it was judged by; counters of behaviour below theirs.
import { Button, Space, Table, Tag, Typography } from "antd";
import type { CertificationView, CounterView, GateView } from "../../bindings/bindings";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { CountedParts } from "./CountedParts";
import type { Proving } from "./EvidenceDialog";
import { VerdictTag } from "./StateTag";
import { TEXTS } from "./texts";

interface GateTableProps {
  view: CertificationView;
  /** Enters evidence; null where there is no open case, or the account may not. */
  prove: ((proving: Proving) => void) | null;
}

/** What proves a gate, where evidence of one kind does. */
function provingOf(gate: GateView): Proving | null {
  switch (gate.gate) {
    case "companyExperience":
    case "serviceExperience":
      return { of: gate.gate };
    case "quarters":
      return {
        of: "quarterGrade",
        quarters:
          gate.quarters?.quarters.filter(({ mean }) => mean === null).map(({ quarter }) => quarter) ?? [],
      };
    case "behaviour":
      return { of: "behaviour" };
    default:
      return null;
  }
}

export function GateTable({ view, prove }: GateTableProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  return (
    <Table<GateView>
      size="small"
      pagination={false}
      rowKey="gate"
      dataSource={view.gates}
      scroll={{ x: 640 }}
      columns={[
        {
          title: texts.person.gate,
          width: 240,
          render: (_, { gate }) => word(language, `gate.${gate}`),
        },
        {
          title: texts.person.verdict,
          width: 100,
          render: (_, { verdict }) => <VerdictTag verdict={verdict} />,
        },
        { title: texts.person.by, render: (_, gate) => <JudgedBy gate={gate} /> },
        ...(prove === null
          ? []
          : [
              {
                title: texts.columns.act,
                width: 90,
                render: (_: unknown, gate: GateView) => {
                  const proving = provingOf(gate);
                  return proving === null ||
                    (proving.of === "quarterGrade" && proving.quarters.length === 0) ? null : (
                    <Button size="small" onClick={() => prove(proving)}>
                      {texts.evidence.add}
                    </Button>
                  );
                },
              },
            ]),
      ]}
      expandable={{
        defaultExpandedRowKeys: ["behaviour"],
        rowExpandable: ({ counters }) => counters !== null && counters.length > 0,
        expandedRowRender: ({ counters }) => <Counters counters={counters ?? []} prove={prove} />,
      }}
    />
  );
}

function JudgedBy({ gate }: { gate: GateView }) {
  const texts = usePick(TEXTS).gate;
  const { experience, quarters, knowledge, counters } = gate;
  if (experience !== null) {
    const { required, proven, claimed } = experience;
    return (
      <>
        {texts.experience(texts.years(required), texts.years(proven))}
        {claimed === null ? null : texts.claimed(texts.years(claimed))}
      </>
    );
  }
  if (quarters !== null) {
    return (
      <Space orientation="vertical" size={0}>
        <span>{texts.rule(quarters.quarters.length, quarters.maxC, quarters.maxD)}</span>
        {quarters.quarters.map(({ quarter, grade, mean, months }) => (
          <Typography.Text key={quarter} type="secondary">
            {texts.quarter(quarter, grade ?? texts.noGrade, mean, months)}
          </Typography.Text>
        ))}
      </Space>
    );
  }
  if (knowledge !== null) {
    const { minimum, top, exam } = knowledge;
    return (
      <Space orientation="vertical" size={0}>
        <span>{texts.knowledge(minimum, top)}</span>
        <Typography.Text type="secondary">
          {exam === null
            ? texts.noExam
            : texts.exam(
                exam.sitting,
                exam.general,
                exam.professional,
                exam.combined,
                exam.rank,
                exam.examined,
              )}
        </Typography.Text>
      </Space>
    );
  }
  return <>{texts.behaviour((counters ?? []).filter(({ met }) => met).length, (counters ?? []).length)}</>;
}

function Counters({ counters, prove }: { counters: CounterView[]; prove: GateTableProps["prove"] }) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  return (
    <Table<CounterView>
      size="small"
      pagination={false}
      rowKey={({ requirement }) => requirement.code}
      dataSource={counters}
      columns={[
        { title: texts.counter.code, width: 70, render: (_, { requirement }) => requirement.code },
        { title: texts.counter.element, width: 190, render: (_, { requirement }) => requirement.element },
        {
          title: texts.counter.text,
          render: (_, { requirement }) => (
            <Space wrap>
              <span>{requirement.text}</span>
              {requirement.sure ? null : (
                <Typography.Text type="secondary">{marks.aside(texts.person.unsure)}</Typography.Text>
              )}
            </Space>
          ),
        },
        { title: texts.counter.grade, width: 150, render: (_, { requirement }) => requirement.objectGrade },
        {
          title: texts.counter.counted,
          width: 150,
          render: (_, { counted, requirement, met, from }) => (
            <Space orientation="vertical" size={0}>
              <Tag color={met ? "green" : "gold"}>{texts.gate.counted(counted, requirement.minimum)}</Tag>
              <CountedParts parts={from} />
            </Space>
          ),
        },
        ...(prove === null
          ? []
          : [
              {
                title: texts.columns.act,
                width: 90,
                render: (_: unknown, { requirement, met }: CounterView) =>
                  met ? null : (
                    <Button
                      size="small"
                      onClick={() => prove({ of: "behaviour", requirement: requirement.code })}
                    >
                      {texts.evidence.add}
                    </Button>
                  ),
              },
            ]),
      ]}
    />
  );
}
