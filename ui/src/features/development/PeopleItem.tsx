// A form's field for several people on record, found by words. Whoever was chosen stays in sight when others are looked for.
import { Form, Select } from "antd";
import { useState } from "react";
import { useFoundPeople } from "../../shared/foundPeople";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

/** People offered at once. */
const OFFERED = 30;

interface PeopleItemProps {
  name: string;
  first: { staffNo: string; name: string };
}

export function PeopleItem({ name, first }: PeopleItemProps) {
  const texts = usePick(TEXTS);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(new Map([[first.staffNo, first.name]]));
  const { people, looking } = useFoundPeople(typed, OFFERED, true);
  const offered = new Map([...chosen, ...people.map((one) => [one.staffNo, one.name] as const)]);
  const label = (staffNo: string, person: string) => (person === staffNo ? staffNo : `${person} ${staffNo}`);
  return (
    <Form.Item
      name={name}
      label={texts.people}
      extra={texts.peopleHelp}
      rules={[{ required: true, message: texts.peopleNeeded }]}
    >
      <Select
        mode="multiple"
        loading={looking}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        onSelect={(staffNo: string) => {
          setChosen(new Map([...chosen, [staffNo, offered.get(staffNo) ?? staffNo]]));
          setTyped("");
        }}
        options={[...offered].map(([value, person]) => ({ value, label: label(value, person) }))}
      />
    </Form.Item>
  );
}
