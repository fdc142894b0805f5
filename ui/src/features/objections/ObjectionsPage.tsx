// 申诉: the quarter's objections with their course, raising one, and recording the delivery of a result.
import { Button, Flex, Segmented, Skeleton, Space, Typography } from "antd";
import { useMemo, useState } from "react";
import type { DeliveryView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay, useMayProvince, useSignedIn } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { DeliverForm } from "./DeliverForm";
import { ObjectionCard } from "./ObjectionCard";
import { RaiseForm } from "./RaiseForm";
import { TakeForm } from "./TakeForm";
import { OBJECTION_TEXTS } from "./texts";
import { inOrder } from "./turn";

export default function ObjectionsPage() {
  return useMayProvince()("settle") ? <Province /> : <OwnUnit />;
}

function Province() {
  const words = usePick(OBJECTION_TEXTS);
  const { quarter, unit, unitName } = useInView();
  const settled = useRead("settle", { quarter, whatIf: {}, revision: null });
  const [only, setOnly] = useState(false);
  const names = useMemo(() => {
    const units = settled.data?.groups.flatMap((group) => group.units) ?? [];
    return {
      units: new Map(units.map(({ code, name }) => [code, name])),
      people: new Map(
        units.flatMap(({ months }) =>
          months.flatMap(({ people }) => people.map((p) => [p.staffNo, p.name] as const)),
        ),
      ),
    };
  }, [settled.data]);
  if (settled.isError) return <Failure error={settled.error} retry={() => settled.refetch()} />;
  if (settled.data === undefined) return <Skeleton active paragraph={{ rows: 6 }} />;
  const { objections, status, deliveries } = settled.data;
  const shown = inOrder(objections).filter((objection) => !only || objection.unit === unit);
  const open = objections.filter(({ state }) => state !== "settled").length;
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Space wrap>
          <Segmented
            value={only}
            onChange={setOnly}
            options={[
              { value: false, label: words.allUnits },
              { value: true, label: words.unitOnly(unitName) },
            ]}
          />
          {objections.length > 0 ? (
            <Typography.Text type="secondary">{words.count(objections.length, open)}</Typography.Text>
          ) : null}
        </Space>
        <Acts final={status !== "draft"} />
      </Flex>
      <Delivered delivery={deliveries.find((one) => one.unit === unit)} />
      {status === "draft" ? null : <Typography.Text type="secondary">{words.final}</Typography.Text>}
      {shown.length === 0 ? (
        <NothingYet what={words.none} first={words.noneHelp} />
      ) : (
        shown.map((objection) => (
          <ObjectionCard
            key={`${objection.unit}.${objection.number}`}
            objection={objection}
            quarter={quarter}
            unitName={names.units.get(objection.unit) ?? objection.unit}
            personName={objection.staffNo === null ? null : (names.people.get(objection.staffNo) ?? null)}
          />
        ))
      )}
    </Flex>
  );
}

/** A unit's account sees its own. */
function OwnUnit() {
  const words = usePick(OBJECTION_TEXTS);
  const may = useMay();
  const { quarter, unit, unitName } = useInView();
  const own = useRead("unitQuarter", { unit, quarter }, may("unitQuarter", unit));
  if (own.isError) return <Failure error={own.error} retry={() => own.refetch()} />;
  if (own.data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />;
  const { objections, unit: result, status, delivery } = own.data;
  const people = new Map(result.months.flatMap((m) => m.people.map((p) => [p.staffNo, p.name] as const)));
  return (
    <Flex vertical gap="small">
      <Flex justify="end">
        <Acts final={status !== "draft"} />
      </Flex>
      <Delivered delivery={delivery ?? undefined} />
      {objections.length === 0 ? (
        <NothingYet what={words.ownNone(unitName)} first={words.noneHelp} />
      ) : (
        inOrder(objections).map((objection) => (
          <ObjectionCard
            key={objection.number}
            objection={objection}
            quarter={quarter}
            unitName={unitName}
            personName={objection.staffNo === null ? null : (people.get(objection.staffNo) ?? null)}
          />
        ))
      )}
    </Flex>
  );
}

/** When the result of the unit in view was delivered, and until when it may be objected to. */
function Delivered({ delivery }: { delivery: DeliveryView | undefined }) {
  const words = usePick(OBJECTION_TEXTS);
  const { unit, unitName } = useInView();
  if (unit === "") return null;
  if (delivery === undefined)
    return <Typography.Text type="secondary">{words.notDelivered(unitName)}</Typography.Text>;
  const { on, to, until, running } = delivery;
  return (
    <Typography.Text type="secondary">
      {words.deliveredTo(unitName, on, to)}
      {running ? ` · ${words.termRuns(until)}` : ` · ${words.termOver(until)}`}
    </Typography.Text>
  );
}

/** Raising and delivering, for the unit in view; a slip says itself which unit it is about. Absent where the quarter is final: then nothing is objected to. */
function Acts({ final }: { final: boolean }) {
  const words = usePick(OBJECTION_TEXTS);
  const may = useMay();
  const { quarter, unit, unitName } = useInView();
  const { status } = useSignedIn();
  const [form, setForm] = useState<"raise" | "deliver" | "take" | null>(null);
  const close = () => setForm(null);
  if (unit === "") return null;
  const about = { unit, unitName, quarter, onClose: close };
  return (
    <Space wrap>
      {may("deliverResult", unit) ? (
        <Button onClick={() => setForm("deliver")}>{words.deliver}</Button>
      ) : null}
      {!final && status.role !== "provider" && may("importObjectionSlip") ? (
        <Button onClick={() => setForm("take")}>{words.take}</Button>
      ) : null}
      {!final && may("raiseObjection", unit) ? (
        <Button type="primary" onClick={() => setForm("raise")}>
          {words.raise}
        </Button>
      ) : null}
      {form === "raise" ? <RaiseForm {...about} /> : form === "deliver" ? <DeliverForm {...about} /> : null}
      {form === "take" ? <TakeForm onClose={close} /> : null}
    </Space>
  );
}
