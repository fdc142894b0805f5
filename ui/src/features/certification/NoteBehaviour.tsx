// Which behaviour a work note shows, and to whom: what certification then counts by itself.
import { Form, Select } from "antd";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

export interface BehaviourFields {
  requirement?: string;
  objectGrade?: string;
}

/** The fields as the request has them. */
export function behaviourOf({ requirement, objectGrade }: BehaviourFields) {
  return {
    requirement: requirement ?? null,
    objectGrade: requirement === undefined ? null : (objectGrade ?? null),
  };
}

export function NoteBehaviourItems() {
  const marks = useMarks();
  const texts = usePick(TEXTS).note;
  const known = useRead("standards", {});
  const chosen: unknown = Form.useWatch("requirement");
  const standard = known.data?.standards.find(({ version }) => version === known.data.inForce);
  // A cell stands at several levels; the lowest names it.
  const cells = new Map(
    [...(standard?.requirements ?? [])]
      .filter(({ minimum, text }) => minimum > 0 && text !== null)
      .sort((a, b) => b.level - a.level)
      .map((cell) => [cell.code, cell] as const),
  );
  const options = [...cells.values()]
    .sort((a, b) => a.code.localeCompare(b.code, undefined, { numeric: true }))
    .map(({ code, element, text }) => ({
      value: code,
      label: `${code} ${element}${marks.colon}${text ?? ""}`,
    }));
  return (
    <>
      <Form.Item
        name="requirement"
        label={texts.requirement}
        tooltip={texts.requirementHelp}
        style={{ flex: "1 1 220px", minWidth: 0 }}
      >
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={options} />
      </Form.Item>
      {typeof chosen === "string" ? (
        <Form.Item name="objectGrade" label={texts.objectGrade} style={{ flex: "0 1 180px" }}>
          <Select
            allowClear
            options={(standard?.objectGrades ?? []).map(({ name }) => ({ value: name, label: name }))}
          />
        </Form.Item>
      ) : null}
    </>
  );
}
