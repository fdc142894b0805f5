// Year and quarter. Quarters that the ledger does not know cannot be picked.
import { Flex, Segmented, Select } from "antd";
import type { QuarterView } from "../../bindings/bindings";
import { useTexts } from "../../shared/preference";
import { yearOf } from "../../shared/quarter";

interface QuarterPickerProps {
  /** Newest first. */
  quarters: QuarterView[];
  quarter: string;
  pick: (quarter: string) => void;
}

export function QuarterPicker({ quarters, quarter, pick }: QuarterPickerProps) {
  const texts = useTexts();
  const years = [...new Set(quarters.map((view) => yearOf(view.quarter)))];
  const known = new Set(quarters.map((view) => view.quarter));
  const year = yearOf(quarter);
  return (
    <Flex gap="small">
      <Select
        aria-label={texts.quarter.year}
        value={year}
        options={years.map((value) => ({ value, label: texts.quarter.year_(value) }))}
        onChange={(chosen: string) => {
          const newest = quarters.find((view) => yearOf(view.quarter) === chosen);
          if (newest !== undefined) pick(newest.quarter);
        }}
        style={{ minWidth: 100 }}
      />
      <Segmented
        aria-label={texts.quarter.pick}
        value={quarter}
        options={["1", "2", "3", "4"].map((n) => ({
          value: `${year}Q${n}`,
          label: texts.quarter.of(n),
          disabled: !known.has(`${year}Q${n}`),
        }))}
        onChange={(chosen) => pick(chosen)}
      />
    </Flex>
  );
}
