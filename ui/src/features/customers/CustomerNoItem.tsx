// A form's field for a customer on record, by its number, found by words.
import { Form, Select } from "antd";
import { useState } from "react";
import { useFoundCustomers } from "../opportunities/CustomerItem";

interface CustomerNoItemProps {
  name: string;
  label: string;
  unit: string;
  /** Who stands there already. */
  known: { value: string; name: string } | null;
}

export function CustomerNoItem({ name, label, unit, known }: CustomerNoItemProps) {
  const [typed, setTyped] = useState("");
  const found = useFoundCustomers(unit, typed);
  const names = new Map(found.map(({ customer, name: text }) => [customer, text]));
  if (known !== null && typed === "" && !names.has(known.value)) names.set(known.value, known.name);
  return (
    <Form.Item name={name} label={label}>
      <Select
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={[...names].map(([value, text]) => ({ value, label: `${text} ${value}` }))}
      />
    </Form.Item>
  );
}
