// Narrows a list to somebody's own, found by words.
import { Select } from "antd";
import { useState } from "react";
import { useFoundPeople } from "../../shared/foundPeople";
import { useMay } from "../../shared/session";

/** People offered at once. */
const OFFERED = 20;

interface EngineerFilterProps {
  label: string;
  /** What stands there where nobody is chosen. */
  hint: string;
  /** By staff number. */
  value: string | null;
  /** People of that unit; of all where null. */
  unit: string | null;
  onChange: (staffNo: string | null) => void;
}

export function EngineerFilter({ label, hint, value, unit, onChange }: EngineerFilterProps) {
  const may = useMay()("people");
  const [typed, setTyped] = useState("");
  const { people, looking } = useFoundPeople(typed, OFFERED, may, { units: unit === null ? [] : [unit] });
  // Somebody may have served in several units.
  const engineers = new Map(people.map(({ staffNo, name }) => [staffNo, `${name} ${staffNo}`]));
  if (value !== null && !engineers.has(value)) engineers.set(value, value);
  // Who sees no people has nobody to choose from.
  if (!may) return null;
  return (
    <Select
      aria-label={label}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={looking}
      placeholder={hint}
      value={value}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={[...engineers].map(([staffNo, name]) => ({ value: staffNo, label: name }))}
      popupMatchSelectWidth={false}
      style={{ width: 130 }}
    />
  );
}
