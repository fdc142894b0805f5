// Narrows a list to one unit, where several are seen.
import { Select } from "antd";
import { useInView } from "./inView";

interface UnitFilterProps {
  label: string;
  /** What stands there where none is chosen. */
  hint: string;
  value: string | null;
  onChange: (unit: string | null) => void;
}

export function UnitFilter({ label, hint, value, onChange }: UnitFilterProps) {
  const { units } = useInView();
  if (units.length < 2) return null;
  return (
    <Select
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder={hint}
      value={value}
      onChange={(unit: string | undefined) => onChange(unit ?? null)}
      options={units.map(({ code, name }) => ({ value: code, label: name }))}
      popupMatchSelectWidth={false}
      style={{ width: 140 }}
    />
  );
}
