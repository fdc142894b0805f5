// What an account of a unit sees: its own unit's quarter, to look at, confirm and print.
import { App, Button, Card, Flex, Popconfirm, Skeleton, Tag, Tooltip, Typography } from "antd";
import { useMemo } from "react";
import type { UnitQuarterView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { Blockers } from "./Blockers";
import { ScoreTree } from "./FeeTree";
import { ReportPanel } from "./ReportPanel";
import { partiesOf } from "./requests";
import { TEXTS } from "./texts";
import { unitNode } from "./tree";

export function OwnUnit() {
  const { quarter, unit } = useInView();
  const texts = usePick(TEXTS);
  const answer = useRead("unitQuarter", { quarter, unit }, unit !== "");
  if (unit === "") return <NothingYet what={texts.units.empty} first={texts.units.emptyHelp} />;
  if (answer.isError) return <Failure error={answer.error} retry={() => answer.refetch()} />;
  if (answer.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  return <UnitQuarter key={`${quarter}.${unit}`} view={answer.data} />;
}

function UnitQuarter({ view }: { view: UnitQuarterView }) {
  const general = useTexts();
  const all = usePick(TEXTS);
  const texts = all.unitQuarter;
  const may = useMay();
  const { quarter, unit, blockers } = view;
  const root = useMemo(() => unitNode(unit, false, all), [unit, all]);
  const name = quarterName(general, quarter);
  const sentence =
    unit.exempt !== null
      ? texts.exempt(name, unit.exempt)
      : unit.shown === null
        ? texts.none(name)
        : texts.sentence(name, unit.shown);
  return (
    <Flex vertical gap="middle">
      <Card size="small">
        <Flex justify="space-between" align="start" gap="middle" wrap>
          <Typography.Paragraph style={{ fontSize: 16, margin: 0 }} data-testid="sentence">
            {unit.name} · {sentence}
          </Typography.Paragraph>
          <Flex gap={4}>
            {unit.confirmed.map((party) => (
              <Tag key={party} color="green">
                {all.confirmed[party] ?? party}
              </Tag>
            ))}
          </Flex>
        </Flex>
        <Confirm view={view} />
      </Card>
      <Blockers blockers={blockers} names={new Map([[unit.code, unit.name]])} confirm={() => undefined} />
      <ScoreTree root={root} title={texts.tree} />
      {may("makeReport", unit.code) ? (
        <Card size="small" title={texts.report}>
          <ReportPanel
            quarter={quarter}
            // Nothing is missing but the confirmations, which the sheet itself is to bring.
            formal={unit.exempt === null && blockers.every(({ code }) => code === "unitNotConfirmed")}
            revision={view.revision}
            units={[{ code: unit.code, name: unit.name }]}
            kinds={["sheet"]}
          />
        </Card>
      ) : null}
    </Flex>
  );
}

function Confirm({ view }: { view: UnitQuarterView }) {
  const all = usePick(TEXTS);
  const texts = all.unitQuarter;
  const { message } = App.useApp();
  const { session } = useSignedIn();
  const may = useMay();
  const act = useAct("confirmUnits");
  const { quarter, unit, blockers } = view;
  const { parties } = partiesOf(session);
  const party = parties.find((one) => !unit.confirmed.includes(one));
  if (!may("confirmUnits", unit.code) || party === undefined || unit.exempt !== null) return null;
  // Confirming reviews the months itself; anything else must be done before.
  const first = blockers.find(({ code }) => code !== "unitNotConfirmed" && code !== "monthNotClosed");
  const button = (
    <Button type="primary" disabled={first !== undefined} loading={act.isPending}>
      {texts.confirm}
    </Button>
  );
  const run = async () => {
    try {
      await act.mutateAsync({ quarter, unit: unit.code, party, evidence: null });
      void message.success(texts.confirmed);
    } catch {
      // shown below
    }
  };
  return (
    <Flex vertical gap="small" align="start" style={{ marginBlockStart: 12 }}>
      {first === undefined ? (
        <Popconfirm
          title={texts.confirm}
          description={<div style={{ maxWidth: 320 }}>{texts.confirmSure}</div>}
          okText={texts.confirm}
          onConfirm={run}
        >
          {button}
        </Popconfirm>
      ) : (
        <Tooltip title={all.course.cleared}>
          <span tabIndex={0}>{button}</span>
        </Tooltip>
      )}
      {act.error ? <Failure error={act.error} /> : null}
    </Flex>
  );
}
