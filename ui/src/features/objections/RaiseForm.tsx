// Raising an objection to a unit's quarter.
import { Form, Radio, Select } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { OBJECTION_TEXTS } from "./texts";
import { partyOf } from "./turn";

interface RaiseFormProps {
  unit: string;
  unitName: string;
  quarter: string;
  onClose: () => void;
}

interface Values {
  by?: string;
  staffNo?: string;
  text: string;
}

export function RaiseForm({ unit, unitName, quarter, onClose }: RaiseFormProps) {
  const texts = useTexts();
  const words = usePick(OBJECTION_TEXTS);
  const { session } = useSignedIn();
  const result = useRead("unitQuarter", { unit, quarter });
  const people = new Map(
    (result.data?.unit.months ?? []).flatMap((month) =>
      month.people.map((p) => [p.staffNo, p.name] as const),
    ),
  );
  const party = partyOf(session);
  return (
    <ActDialog
      name={`objection.${unit}.${quarter}`}
      title={words.raise}
      says={words.raiseHelp(unitName, quarterName(texts, quarter))}
      initial={{ by: party ?? "provider" }}
      act={useAct("raiseObjection")}
      request={({ by, staffNo, text }: Values) => ({
        unit,
        quarter,
        by: party ?? by ?? "provider",
        staffNo: staffNo ?? null,
        text: text.trim(),
      })}
      done={words.raised}
      onClose={onClose}
    >
      {party === null ? (
        <Form.Item name="by" label={words.party}>
          <Radio.Group
            options={["provider", "client"].map((value) => ({
              value,
              label: words.partyLong[value] ?? value,
            }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="staffNo" label={words.person} extra={words.personHelp}>
        <Select
          allowClear
          loading={result.isPending}
          showSearch={{ optionFilterProp: "label" }}
          options={[...people].map(([value, name]) => ({ value, label: `${name} ${value}` }))}
        />
      </Form.Item>
      <ReasonItem name="text" label={words.text} needed={words.textNeeded} />
    </ActDialog>
  );
}
