// A form's field for a customer: one on record by its number, or a name that is registered along.
import { AutoComplete, Form } from "antd";
import { useQuery } from "@tanstack/react-query";
import { type CSSProperties, useState } from "react";
import { useInView } from "../../shared/inView";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { call, useTransport } from "../../shared/transport";
import { TEXTS } from "./texts";

const OFFERED = 20;

/** Customers of a unit that are found by words. */
export function useFoundCustomers(unit: string, typed: string) {
  const transport = useTransport();
  const may = useMay()("customers");
  const text = usePaused(typed.trim());
  const request = { unit, sector: null, text, offset: 0, limit: OFFERED };
  const found = useQuery({
    queryKey: ["customers", request],
    queryFn: () => call(transport, "customers", request),
    enabled: unit !== "" && may,
  });
  return found.data?.lines ?? [];
}

interface CustomerItemProps {
  name: string;
  label: string;
  unit?: string;
  needed?: boolean;
  extra?: string;
  style?: CSSProperties;
}

export function CustomerItem({ name, label, unit, needed = false, extra, style }: CustomerItemProps) {
  const texts = usePick(TEXTS);
  const inView = useInView();
  const [typed, setTyped] = useState("");
  const found = useFoundCustomers(unit ?? inView.unit, typed);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      {...(style === undefined ? {} : { style })}
      rules={needed ? [{ required: true, whitespace: true, message: texts.needed }] : []}
    >
      <AutoComplete
        showSearch={{ filterOption: false, onSearch: setTyped }}
        maxLength={100}
        options={found.map(({ customer, name: value }) => ({
          key: customer,
          value,
          label: `${value} ${customer}`,
        }))}
      />
    </Form.Item>
  );
}
