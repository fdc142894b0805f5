// Somebody whose opportunities are looked for, found by words.
import { Select } from "antd";
import { useState } from "react";
import { useFoundPeople } from "../../shared/foundPeople";

const OFFERED = 30;

interface EngineerSelectProps {
  label: string;
  hint: string;
  onChange: (staffNo: string | null) => void;
}

export function EngineerSelect({ label, hint, onChange }: EngineerSelectProps) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const { people, looking } = useFoundPeople(typed, OFFERED, asked);
  const names = new Map(people.map(({ staffNo, name }) => [staffNo, name]));
  return (
    <Select
      aria-label={label}
      allowClear
      loading={asked && looking}
      placeholder={hint}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={(open) => open && setAsked(true)}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={[...names].map(([value, name]) => ({ value, label: `${name} ${value}` }))}
      style={{ width: 170 }}
    />
  );
}
