// 工作记录: what was done on which day, and the behaviour that certification counts by it.
import { Form, Input } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { type BehaviourFields, behaviourOf, NoteBehaviourItems } from "../certification/NoteBehaviour";
import { TEXTS } from "./texts";

interface NoteFields extends BehaviourFields {
  on: string;
  text: string;
}

export function NoteDialog({ staffNo, onClose }: { staffNo: string; onClose: () => void }) {
  const words = usePick(TEXTS).probation;
  const texts = useTexts();
  return (
    <ActDialog
      name={`note.${staffNo}`}
      title={words.add}
      says={words.addHelp}
      initial={{ on: useToday() }}
      act={useAct("noteWork")}
      request={({ on, text, ...shows }: NoteFields) => ({
        staffNo,
        on,
        text: text.trim(),
        ...behaviourOf(shows),
      })}
      done={words.added}
      onClose={onClose}
    >
      <DayItem label={words.day} />
      <Form.Item
        name="text"
        label={words.text}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <NoteBehaviourItems />
    </ActDialog>
  );
}
