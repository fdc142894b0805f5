// Days that are set by hand: one, all that are chosen, or a pasted block.
import { Form, Input } from "antd";
import type { CorrectionInput } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface SetFormProps {
  unit: string;
  rows: CorrectionInput[];
  /** Cells of a pasted block that lie beyond the grid. */
  cut: number;
  /** The mark is to be typed; in a pasted block each cell has its own. */
  ask: boolean;
  onClose: () => void;
}

interface Fields {
  text?: string;
  reason: string;
}

export function SetForm({ unit, rows, cut, ask, onClose }: SetFormProps) {
  const words = usePick(TEXTS);
  const { language } = usePreference();
  return (
    <ActDialog<Fields, { unit: string; rows: CorrectionInput[]; reason: string; lang: string }, unknown>
      name={`attendance.set.${unit}`}
      title={words.pasteTitle}
      says={words.pasteSays(rows.length, cut)}
      act={useAct("correctAttendance")}
      request={({ text, reason }) => ({
        unit,
        rows: ask ? rows.map((row) => ({ ...row, text: text?.trim() ?? null })) : rows,
        reason: reason.trim(),
        lang: language,
      })}
      done={words.setDone}
      onClose={onClose}
    >
      {ask ? (
        <Form.Item
          name="text"
          label={words.mark}
          extra={words.markHelp}
          rules={[{ required: true, whitespace: true, message: words.markNeeded }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      ) : null}
      <ReasonItem name="reason" label={words.reason} />
    </ActDialog>
  );
}
