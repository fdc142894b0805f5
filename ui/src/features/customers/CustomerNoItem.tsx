// A form's field for a customer on record, by its number, found by words.
import { Form, Select } from "antd";
import { useState } from "react";
import { usePick } from "../../shared/pick";
import { useFoundCustomers } from "../opportunities/CustomerItem";
import { TEXTS } from "./texts";

interface CustomerNoItemProps {
  name: string;
  label: string;
  unit: string;
  /** Who stands there already. */
  known: { value: string; name: string } | null;
  /** Whether one must stand there. */
  needed?: boolean;
}

export function CustomerNoItem({ name, label, unit, known, needed = false }: CustomerNoItemProps) {
  const texts = usePick(TEXTS);
  const [typed, setTyped] = useState("");
  const found = useFoundCustomers(unit, typed);
  const names = new Map(found.map(({ customer, name: text }) => [customer, text]));
  if (known !== null && typed === "" && !names.has(known.value)) names.set(known.value, known.name);
  return (
    <Form.Item name={name} label={label} rules={needed ? [{ required: true, message: texts.needed }] : []}>
      <Select
        allowClear={!needed}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={[...names].map(([value, text]) => ({ value, label: `${text} ${value}` }))}
      />
    </Form.Item>
  );
}
