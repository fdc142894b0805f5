// Recording that a unit's result was delivered (送达): from that day the term for objections runs.
import { DatePicker, Form, Input } from "antd";
import dayjs from "dayjs";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useToday } from "../../shared/today";
import { useAct, useRead } from "../../shared/useCase";
import { OBJECTION_TEXTS } from "./texts";

interface DeliverFormProps {
  unit: string;
  unitName: string;
  quarter: string;
  onClose: () => void;
}

interface Values {
  /** `2026-07-01`. */
  on: string;
  to: string;
  correction?: string;
}

export function DeliverForm({ unit, unitName, quarter, onClose }: DeliverFormProps) {
  const texts = useTexts();
  const words = usePick(OBJECTION_TEXTS);
  const rulebook = useRead("rulebook", {});
  const today = useToday();
  return (
    <ActDialog
      name={`delivery.${unit}.${quarter}`}
      title={words.deliver}
      says={words.deliverHelp(
        unitName,
        quarterName(texts, quarter),
        daysOf(rulebook.data?.ruleSets, quarter),
      )}
      initial={{ on: today }}
      act={useAct("deliverResult")}
      request={({ on, to, correction }: Values) => ({
        unit,
        quarter,
        on,
        to: to.trim(),
        correction: correction?.trim() || null,
      })}
      done={words.delivered}
      onClose={onClose}
    >
      <Form.Item
        name="on"
        label={words.on}
        rules={[{ required: true, message: words.onNeeded }]}
        // Kept as text, so that what was chosen can be kept over a reload.
        getValueProps={(on?: string) => ({ value: on === undefined ? null : dayjs(on) })}
        normalize={(day: dayjs.Dayjs | null) => day?.format("YYYY-MM-DD")}
      >
        <DatePicker allowClear={false} maxDate={dayjs(today)} />
      </Form.Item>
      <Form.Item
        name="to"
        label={words.to}
        rules={[{ required: true, whitespace: true, message: words.toNeeded }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="correction" label={words.correction} extra={words.correctionHelp}>
        <Input />
      </Form.Item>
    </ActDialog>
  );
}

/** Working days of the term, by the rule set in force in the quarter. */
function daysOf(ruleSets: unknown[] | undefined, quarter: string): number | null {
  const versions = (ruleSets ?? []) as { from: string; version: number; objectionDays: number }[];
  const held = versions.filter(({ from }) => from <= quarter);
  held.sort((a, b) => a.from.localeCompare(b.from) || a.version - b.version);
  return held.at(-1)?.objectionDays ?? null;
}
