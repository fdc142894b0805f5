// The tasks of a form, and giving another.
import { Button, Card, Flex, Input, Form, List, Typography } from "antd";
import { useState } from "react";
import type { FormView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { StandingTag } from "../tickets/StandingTag";
import { TaskTag } from "./tags";
import { OwnerItems, type TaskFields, taskOf } from "./TaskItems";
import { TaskButtons } from "./TaskLines";
import { TEXTS } from "./texts";

export function FormTasksCard({ view }: { view: FormView }) {
  const texts = usePick(TEXTS);
  const [giving, setGiving] = useState(false);
  return (
    <Card
      size="small"
      title={texts.tasks}
      extra={
        view.offered.includes("task") ? (
          <Button size="small" onClick={() => setGiving(true)}>
            {texts.giveTask}
          </Button>
        ) : null
      }
    >
      <List
        size="small"
        dataSource={view.tasks}
        rowKey="number"
        locale={{ emptyText: <Typography.Text type="secondary">{texts.none.tasks}</Typography.Text> }}
        renderItem={(task) => (
          <List.Item>
            <Flex vertical gap={4} style={{ width: "100%" }}>
              <span style={{ overflowWrap: "anywhere" }}>{task.text ?? "—"}</span>
              <Flex gap={6} wrap align="center">
                <TaskTag state={task.state} />
                <Typography.Text type="secondary">{`${task.name ?? "—"} · ${task.until}`}</Typography.Text>
                {task.state === "open" ? <StandingTag standing={task.standing} days={task.days} /> : null}
              </Flex>
              {task.note === null ? null : <Typography.Text type="secondary">{task.note}</Typography.Text>}
              <TaskButtons task={task} />
            </Flex>
          </List.Item>
        )}
      />
      {giving ? <GiveDialog view={view} close={() => setGiving(false)} /> : null}
    </Card>
  );
}

function GiveDialog({ view: { form, unit }, close }: { view: FormView; close: () => void }) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`task.give.${form}`}
      title={texts.giveTask}
      width={640}
      beside={{ taskUntilBefore: "until", taskWithoutText: "text" }}
      act={useAct("giveTask")}
      request={(fields: TaskFields) => ({ form, task: taskOf(fields) })}
      done={texts.taskGiven}
      onClose={close}
    >
      <Form.Item
        name="text"
        label={texts.taskText}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <OwnerItems unit={unit} />
    </ActDialog>
  );
}
