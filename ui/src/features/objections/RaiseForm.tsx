// Raising an objection to a unit's quarter.
import { App, Form, Input, Radio, Select } from "antd";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { ActForm } from "./ActForm";
import { OBJECTION_TEXTS } from "./texts";
import { partyOf } from "./turn";

interface RaiseFormProps {
  unit: string;
  unitName: string;
  quarter: string;
  onClose: () => void;
}

export function RaiseForm({ unit, unitName, quarter, onClose }: RaiseFormProps) {
  const texts = useTexts();
  const words = usePick(OBJECTION_TEXTS);
  const { message } = App.useApp();
  const { session } = useSignedIn();
  const raise = useAct("raiseObjection");
  const result = useRead("unitQuarter", { unit, quarter });
  const people = new Map(
    (result.data?.unit.months ?? []).flatMap((month) =>
      month.people.map((p) => [p.staffNo, p.name] as const),
    ),
  );
  const party = partyOf(session);
  return (
    <ActForm<{ by?: string; staffNo?: string; text: string }>
      name={`objection.${unit}.${quarter}`}
      title={words.raise}
      says={words.raiseHelp(unitName, quarterName(texts, quarter))}
      initial={{ by: party ?? "provider" }}
      pending={raise.isPending}
      error={raise.error}
      onClose={onClose}
      onAct={({ by, staffNo, text }, forget) =>
        raise.mutate(
          { unit, quarter, by: party ?? by ?? "provider", staffNo: staffNo ?? null, text: text.trim() },
          {
            onSuccess: () => {
              forget();
              onClose();
              void message.success(words.raised);
            },
          },
        )
      }
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
      <Form.Item
        name="text"
        label={words.text}
        rules={[{ required: true, whitespace: true, message: words.textNeeded }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} />
      </Form.Item>
    </ActForm>
  );
}
