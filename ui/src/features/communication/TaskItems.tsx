// A task's items of a form: what, who, until when; one, or a list of them.
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Card, DatePicker, Flex, Form, Input, Segmented } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { TaskBody } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { StaffItem } from "../people/StaffItem";
import { TEXTS } from "./texts";

export interface TaskFields {
  text?: string;
  who?: "engineer" | "other";
  staffNo?: string;
  person?: string;
  until?: string;
}

/** As the core reads it. */
export function taskOf({ text, who, staffNo, person, until }: TaskFields): TaskBody {
  const other = who === "other";
  return {
    text: text?.trim() ?? "",
    staffNo: other ? null : (staffNo ?? null),
    person: other ? (person?.trim() ?? null) : null,
    until: until ?? "",
  };
}

interface OwnerItemsProps {
  /** Names of the form before these fields. */
  path?: (string | number)[];
  /** Names of the list, where the fields stand in one. */
  list?: (string | number)[];
  unit: string;
}

/** Who does it, and until when. */
export function OwnerItems({ path = [], list = [], unit }: OwnerItemsProps) {
  const texts = usePick(TEXTS);
  const at = (name: string) => [...path, name];
  return (
    <Flex gap="middle" wrap align="flex-start">
      <Form.Item name={at("who")} label={texts.taskWho} initialValue="engineer">
        <Segmented
          options={[
            { value: "engineer", label: texts.taskEngineer },
            { value: "other", label: texts.taskOther },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue([...list, ...at("who")]) === "other" ? (
            <Form.Item
              name={at("person")}
              label={texts.taskPerson}
              style={{ flex: 1, minWidth: 140 }}
              rules={[{ required: true, whitespace: true, message: texts.needed }]}
            >
              <Input maxLength={40} />
            </Form.Item>
          ) : (
            <StaffItem
              name={at("staffNo") as never}
              label={texts.taskPerson}
              needed
              except=""
              among={{ units: [unit] }}
              style={{ flex: 1, minWidth: 140 }}
            />
          )
        }
      </Form.Item>
      <Form.Item
        name={at("until")}
        label={texts.taskUntil}
        rules={[{ required: true, message: texts.needed }]}
        getValueProps={(day: string | null | undefined) => ({ value: day ? dayjs(day) : null })}
        normalize={(day: Dayjs | null) => day?.format("YYYY-MM-DD") ?? null}
      >
        <DatePicker
          style={{ width: 140 }}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.preventDefault();
          }}
        />
      </Form.Item>
    </Flex>
  );
}

/** Tasks that are given with a new form. */
export function TaskItems({ unit }: { unit: string }) {
  const texts = usePick(TEXTS);
  return (
    <Form.List name="tasks">
      {(rows, { add, remove }) => (
        <Flex vertical gap="small" style={{ marginBlockEnd: 16 }}>
          {rows.map(({ key, name }) => (
            <Card
              key={key}
              size="small"
              title={`${texts.tasks} ${name + 1}`}
              extra={
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`${texts.removeTask} ${name + 1}`}
                  onClick={() => remove(name)}
                />
              }
            >
              <Form.Item
                name={[name, "text"]}
                label={texts.taskText}
                rules={[{ required: true, whitespace: true, message: texts.needed }]}
              >
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
              </Form.Item>
              <OwnerItems path={[name]} list={["tasks"]} unit={unit} />
            </Card>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add({})}
            style={{ alignSelf: "flex-start" }}
          >
            {texts.addTask}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}
