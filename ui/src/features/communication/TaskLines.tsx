// What may be done with a task: said how it ended, given another day or to somebody else.
import { Button, Form, Radio, Space } from "antd";
import { useState } from "react";
import type { TaskLine } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { TextItem } from "../tickets/CourseDialogs";
import { OwnerItems, type TaskFields, taskOf } from "./TaskItems";
import { TEXTS } from "./texts";

export function TaskButtons({ task }: { task: TaskLine }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const [doing, setDoing] = useState<"end" | "move" | null>(null);
  const close = () => setDoing(null);
  const named = `${task.form} ${task.number}`;
  return (
    <Space size={4} wrap>
      {may("endTask", task.unit) ? (
        <Button
          size="small"
          type={task.state === "open" ? "default" : "text"}
          aria-label={`${texts.endTask} ${named}`}
          onClick={() => setDoing("end")}
        >
          {texts.endTask}
        </Button>
      ) : null}
      {task.state === "open" && may("moveTask", task.unit) ? (
        <Button
          size="small"
          type="text"
          aria-label={`${texts.moveTask} ${named}`}
          onClick={() => setDoing("move")}
        >
          {texts.moveTask}
        </Button>
      ) : null}
      {doing === "end" ? <EndDialog task={task} close={close} /> : null}
      {doing === "move" ? <MoveDialog task={task} close={close} /> : null}
    </Space>
  );
}

interface OfTask {
  task: TaskLine;
  close: () => void;
}

function EndDialog({ task: { form, number, text }, close }: OfTask) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`task.end.${form}.${number}`}
      title={texts.endTask}
      says={text ?? ""}
      initial={{ done: true, on: today }}
      beside={{ dayOutside: "on", reasonNeeded: "note" }}
      act={useAct("endTask")}
      request={(fields: { done: boolean; on: string; note?: string }) => ({
        form,
        number,
        done: fields.done,
        on: fields.on,
        note: fields.note?.trim() || null,
      })}
      done={texts.taskEnded}
      onClose={close}
    >
      <Form.Item name="done" label={texts.outcome}>
        <Radio.Group
          options={[
            { value: true, label: texts.done },
            { value: false, label: texts.notDone },
          ]}
        />
      </Form.Item>
      <DayItem label={texts.on} />
      <Form.Item noStyle dependencies={["done"]}>
        {({ getFieldValue }) => (
          <TextItem name="note" label={texts.note} needed={getFieldValue("done") === false} />
        )}
      </Form.Item>
    </ActDialog>
  );
}

function MoveDialog({ task, close }: OfTask) {
  const texts = usePick(TEXTS);
  const { form, number, unit, staffNo, name, until } = task;
  return (
    <ActDialog
      name={`task.move.${form}.${number}`}
      title={texts.moveTaskTitle}
      says={task.text ?? ""}
      width={640}
      initial={{
        who: staffNo === null ? ("other" as const) : ("engineer" as const),
        until,
        ...(staffNo === null ? { person: name ?? "" } : { staffNo }),
      }}
      beside={{ taskUntilBefore: "until", reasonNeeded: "reason" }}
      act={useAct("moveTask")}
      request={({ reason, ...fields }: TaskFields & { reason?: string }) => {
        const { text: _, ...owner } = taskOf(fields);
        return { form, number, ...owner, reason: reason?.trim() ?? "" };
      }}
      done={texts.taskMoved}
      onClose={close}
    >
      <OwnerItems unit={unit} />
      <TextItem name="reason" label={texts.reason} needed />
    </ActDialog>
  );
}
