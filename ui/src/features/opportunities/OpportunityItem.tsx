// A form's field for an open opportunity of the unit in view, found by words.
import { Form, Select } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useInView } from "../../shared/inView";
import { usePaused } from "../../shared/paused";
import { call, useTransport } from "../../shared/transport";

const OFFERED = 30;

export function OpportunityItem({ name, label }: { name: string; label: string }) {
  const transport = useTransport();
  const { unit } = useInView();
  const [typed, setTyped] = useState("");
  const request = { unit, ended: false, text: usePaused(typed.trim()), stages: [], descending: true };
  const page = { ...request, offset: 0, limit: OFFERED };
  const found = useQuery({
    queryKey: ["opportunities", page],
    queryFn: () => call(transport, "opportunities", page),
    enabled: unit !== "",
  });
  return (
    <Form.Item name={name} label={label}>
      <Select
        allowClear
        loading={found.isPending}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={(found.data?.lines ?? []).map(({ opportunity, title }) => ({
          value: opportunity,
          label: `${title} ${opportunity}`,
        }))}
      />
    </Form.Item>
  );
}
