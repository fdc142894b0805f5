// A form's field for whose a new project or ticket is: a customer on record, chosen by its number, or a name.
import { AutoComplete, Form } from "antd";
import { type CSSProperties, useState } from "react";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useFoundCustomers } from "./CustomerItem";
import { TEXTS } from "./texts";

/** What the field holds: the number is null until one of those on record is chosen. */
export interface Whose {
  number: string | null;
  name: string;
}

interface WhoseItemProps {
  name: string;
  label: string;
  unit?: string;
  needed?: boolean;
  /** Shown while none on record is chosen. */
  extra?: string;
  style?: CSSProperties;
}

export function WhoseItem({ name, label, unit, needed = false, extra, style }: WhoseItemProps) {
  const texts = usePick(TEXTS);
  const inView = useInView();
  const chosen = Form.useWatch<Whose | undefined>(name)?.number ?? null;
  return (
    <Form.Item
      name={name}
      label={label}
      extra={chosen === null ? extra : texts.onRecord(chosen)}
      {...(style === undefined ? {} : { style })}
      rules={
        needed
          ? [
              {
                validator: (_, value: Whose | undefined) =>
                  value?.name.trim() ? Promise.resolve() : Promise.reject(new Error(texts.needed)),
              },
            ]
          : []
      }
    >
      <WhoseField unit={unit ?? inView.unit} />
    </Form.Item>
  );
}

interface WhoseFieldProps {
  unit: string;
  id?: string;
  value?: Whose;
  onChange?: (next: Whose) => void;
}

interface Offered {
  value: string;
  label: string;
  name: string;
}

function WhoseField({ unit, id, value, onChange }: WhoseFieldProps) {
  const [typed, setTyped] = useState("");
  const found = useFoundCustomers(unit, typed);
  // By number, since several may have one name.
  const options: Offered[] = found.map(({ customer, name }) => ({
    value: customer,
    label: `${name} ${customer}`,
    name,
  }));
  return (
    <AutoComplete<string, Offered>
      {...(id === undefined ? {} : { id })}
      value={value?.name ?? ""}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      maxLength={100}
      options={options}
      onChange={(text: string | undefined, option) => {
        const one = Array.isArray(option) ? undefined : option;
        const known = options.find(({ value: number }) => number === one?.value);
        onChange?.({ number: known?.value ?? null, name: known?.name ?? text ?? "" });
      }}
    />
  );
}
