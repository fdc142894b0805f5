// The quarter at a glance: what it comes to so far and how much of it is done.
import { Button, Card, Col, Flex, Progress, Row, Statistic, Typography } from "antd";
import { useNavigate } from "react-router";
import type { SettlementView, UnitQuarterView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useSignedIn } from "../../shared/session";
import { Refused } from "../../shared/transport";
import { useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

const PARTIES = 2;
/** In the place of a figure there is none of yet. */
const NONE = "—";

export function Glance() {
  const words = usePick(TEXTS);
  const texts = useTexts();
  const navigate = useNavigate();
  const { session } = useSignedIn();
  const { quarter, unit } = useInView();
  const settlement = useRead("settle", { quarter, whatIf: {}, revision: null });
  // A unit's account sees its own unit only: the province's figures are refused to it.
  const refused = settlement.error instanceof Refused && session.unit !== null;
  const own = useRead("unitQuarter", { unit, quarter }, refused && unit !== "");
  const error = refused ? own.error : settlement.error;
  return (
    <Card
      size="small"
      title={words.glance(quarterName(texts, quarter))}
      loading={settlement.isPending || (refused && own.isPending)}
      extra={
        <Button type="link" size="small" onClick={() => navigate("/settlement")}>
          {words.open}
        </Button>
      }
    >
      {error === null ? null : <Failure error={error} retry={() => settlement.refetch()} />}
      {settlement.data === undefined ? null : <Province settlement={settlement.data} />}
      {own.data === undefined ? null : <OwnUnit view={own.data} />}
    </Card>
  );
}

function Province({ settlement }: { settlement: SettlementView }) {
  const words = usePick(TEXTS);
  const units = settlement.groups.flatMap((group) => group.units).filter(({ exempt }) => exempt === null);
  const months = units.flatMap((unit) => unit.months);
  const closed = months.filter((month) => month.closed).length;
  const confirmed = units.filter((unit) => unit.confirmed.length === PARTIES).length;
  return (
    <Flex vertical gap="middle">
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={6}>
          <Statistic title={words.overall} value={settlement.overall ?? NONE} />
        </Col>
        <Col xs={24} lg={7}>
          <Statistic title={words.coefficient} value={settlement.coefficient ?? NONE} />
        </Col>
        <Col xs={24} lg={11}>
          <Statistic
            title={words.fee}
            value={settlement.feePayable === null ? NONE : money(settlement.feePayable)}
          />
        </Col>
      </Row>
      {settlement.status === "draft" ? (
        <Typography.Text type="secondary">
          {settlement.overall === null ? words.notYet : words.provisional}
        </Typography.Text>
      ) : null}
      <Done label={words.closedMonths} done={closed} all={months.length} />
      <Done label={words.confirmedUnits} done={confirmed} all={units.length} />
    </Flex>
  );
}

function OwnUnit({ view }: { view: UnitQuarterView }) {
  const words = usePick(TEXTS);
  const { unit } = view;
  const closed = unit.months.filter((month) => month.closed).length;
  return (
    <Flex vertical gap="middle">
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={8}>
          <Statistic title={words.unitScore} value={unit.shown ?? NONE} />
        </Col>
        <Col xs={24} lg={16}>
          <Statistic title={words.months} value={unit.months.map(({ shown }) => shown ?? "—").join(" / ")} />
        </Col>
      </Row>
      <Done label={words.closedMonths} done={closed} all={unit.months.length} />
    </Flex>
  );
}

function Done({ label, done, all }: { label: string; done: number; all: number }) {
  const words = usePick(TEXTS);
  return (
    <Flex align="center" gap="small">
      <Typography.Text style={{ width: 168 }}>{label}</Typography.Text>
      <Progress
        style={{ flex: 1 }}
        aria-label={label}
        percent={all === 0 ? 0 : (done / all) * 100}
        format={() => words.of(done, all)}
      />
    </Flex>
  );
}
