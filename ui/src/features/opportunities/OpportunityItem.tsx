// A form's field for an open opportunity, found by words.
import { Form, Select } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useInView } from "../../shared/inView";
import { usePaused } from "../../shared/paused";
import { call, useTransport } from "../../shared/transport";

const OFFERED = 30;

interface OpportunityItemProps {
  name: string;
  label: string;
  /** Of that unit; of the one in view where absent. */
  unit?: string;
  /** What stands there already, ended or not. */
  known?: { value: string; title: string } | null;
}

export function OpportunityItem({ name, label, unit: of, known = null }: OpportunityItemProps) {
  const transport = useTransport();
  const inView = useInView();
  const unit = of ?? inView.unit;
  const [typed, setTyped] = useState("");
  const request = { unit, ended: false, text: usePaused(typed.trim()), stages: [], descending: true };
  const page = { ...request, offset: 0, limit: OFFERED };
  const found = useQuery({
    queryKey: ["opportunities", page],
    queryFn: () => call(transport, "opportunities", page),
    enabled: unit !== "",
  });
  const titles = new Map((found.data?.lines ?? []).map(({ opportunity, title }) => [opportunity, title]));
  if (known !== null && typed === "" && !titles.has(known.value)) titles.set(known.value, known.title);
  return (
    <Form.Item name={name} label={label}>
      <Select
        allowClear
        loading={found.isPending}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={[...titles].map(([value, title]) => ({ value, label: `${title} ${value}` }))}
      />
    </Form.Item>
  );
}
