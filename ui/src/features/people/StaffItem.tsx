// A form's field for somebody on record, found by words.
import { Form, Input, Select } from "antd";
import { type CSSProperties, useState } from "react";
import { type Among, useFoundPeople } from "../../shared/foundPeople";
import { useTexts } from "../../shared/preference";
import { useMay } from "../../shared/session";

/** People offered at once. */
const OFFERED = 30;

interface StaffItemProps {
  name: string;
  label: string;
  extra?: string;
  needed?: boolean;
  /** Somebody who is not meant. */
  except: string;
  /** Among whom is looked; everybody where absent. */
  among?: Among;
  /** People besides, who have no stay yet. */
  besides?: readonly { staffNo: string; name: string }[] | undefined;
  hint?: string;
  style?: CSSProperties;
}

export function StaffItem(props: StaffItemProps) {
  const { name, label, extra, needed = false, except, among, besides = [], hint, style = {} } = props;
  const texts = useTexts();
  const may = useMay()("people");
  const [typed, setTyped] = useState("");
  const { people, looking } = useFoundPeople(typed, OFFERED, may, among);
  const words = typed.trim().toLowerCase();
  const meant = besides.filter((person) => `${person.name} ${person.staffNo}`.toLowerCase().includes(words));
  const names = new Map([...meant, ...people].map((person) => [person.staffNo, person.name]));
  names.delete(except);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      style={style}
      rules={[{ required: needed, message: texts.needed }]}
    >
      {may ? (
        <Select
          allowClear
          loading={looking}
          placeholder={hint}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          options={[...names].map(([value, person]) => ({ value, label: `${person} ${value}` }))}
        />
      ) : (
        // Who sees no people types the staff number.
        <Input placeholder={hint} />
      )}
    </Form.Item>
  );
}
