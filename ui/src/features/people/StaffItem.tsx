// A form's field for somebody on record, found by words.
import { Form, Select } from "antd";
import { type CSSProperties, useState } from "react";
import { useFoundPeople } from "../../shared/foundPeople";
import { useTexts } from "../../shared/preference";

/** People offered at once. */
const OFFERED = 30;

interface StaffItemProps {
  name: string;
  label: string;
  extra?: string;
  needed?: boolean;
  /** Somebody who is not meant. */
  except: string;
  style?: CSSProperties;
}

export function StaffItem({ name, label, extra, needed = false, except, style = {} }: StaffItemProps) {
  const texts = useTexts();
  const [typed, setTyped] = useState("");
  const { people, looking } = useFoundPeople(typed, OFFERED, true);
  const names = new Map(people.map((person) => [person.staffNo, person.name]));
  names.delete(except);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      style={style}
      rules={[{ required: needed, message: texts.needed }]}
    >
      <Select
        allowClear
        loading={looking}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={[...names].map(([value, person]) => ({ value, label: `${person} ${value}` }))}
      />
    </Form.Item>
  );
}
