// Judging one of the five abilities.
import { Form, Input, Radio } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { DayItem } from "../certification/DayItem";
import { TEXTS } from "./texts";

interface Fields {
  met: boolean;
  day: string;
  note?: string;
}

export function AbilityDialog({
  staffNo,
  item,
  close,
}: {
  staffNo: string;
  item: string;
  close: () => void;
}) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const today = useToday();
  return (
    <ActDialog
      name={`ability.${staffNo}.${item}`}
      title={word(language, `ability.${item}`)}
      okText={texts.judge}
      says={texts.judgeHelp}
      initial={{ day: today }}
      act={useAct("judgeAbility")}
      request={({ met, day, note }: Fields) => ({ staffNo, item, met, day, note: note?.trim() || null })}
      done={texts.judged}
      onClose={close}
    >
      <Form.Item name="met" label={texts.outcome} rules={[{ required: true, message: texts.outcomeNeeded }]}>
        <Radio.Group
          options={[
            { value: true, label: texts.met },
            { value: false, label: texts.notMet },
          ]}
        />
      </Form.Item>
      <DayItem name="day" label={texts.day} needed={texts.dayNeeded} max={today} />
      <Form.Item name="note" label={texts.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </ActDialog>
  );
}
