// By what the list of tickets is narrowed: words, unit, type, engineer.
import { Flex, Input, Select, Typography } from "antd";
import { type ReactNode, useState } from "react";
import type { TicketTypeView } from "../../bindings/bindings";
import { useFoundPeople } from "../../shared/foundPeople";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import type { TicketFilter } from "./filter";
import { OUT } from "./outTexts";
import { TEXTS } from "./texts";

/** People offered at once. */
const OFFERED = 20;

interface FilterBarProps {
  filter: TicketFilter;
  change: (next: Partial<TicketFilter>) => void;
  types: TicketTypeView[];
  total: number;
  children?: ReactNode;
}

export function FilterBar({ filter, change, types, total, children }: FilterBarProps) {
  const texts = usePick(TEXTS);
  const out = usePick(OUT);
  const { units } = useInView();
  const [typed, setTyped] = useState("");
  const { people, looking } = useFoundPeople(typed, OFFERED, true, {
    units: filter.unit === null ? [] : [filter.unit],
  });
  // Somebody may have served in several units.
  const engineers = new Map(people.map(({ staffNo, name }) => [staffNo, `${name} ${staffNo}`]));
  if (filter.engineer !== null && !engineers.has(filter.engineer)) {
    engineers.set(filter.engineer, filter.engineer);
  }
  return (
    <Flex wrap gap="small" align="center" style={{ padding: 12 }}>
      <Input.Search
        aria-label={texts.find}
        placeholder={texts.find}
        allowClear
        value={filter.text}
        onChange={(event) => change({ text: event.target.value })}
        style={{ width: 230 }}
      />
      {units.length < 2 ? null : (
        <Select
          aria-label={out.unit}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={out.allUnits}
          value={filter.unit}
          onChange={(unit: string | undefined) => change({ unit: unit ?? null, engineer: null })}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          popupMatchSelectWidth={false}
          style={{ width: 140 }}
        />
      )}
      <Select
        aria-label={texts.kind}
        allowClear
        placeholder={texts.allKinds}
        value={filter.kind}
        onChange={(kind: string | undefined) => change({ kind: kind ?? null })}
        options={types.map(({ body }) => ({ value: body.code, label: body.label }))}
        style={{ width: 120 }}
      />
      <Select
        aria-label={out.engineer}
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={looking}
        placeholder={out.allEngineers}
        value={filter.engineer}
        onChange={(engineer: string | undefined) => change({ engineer: engineer ?? null })}
        options={[...engineers].map(([value, label]) => ({ value, label }))}
        popupMatchSelectWidth={false}
        style={{ width: 130 }}
      />
      {children}
      <Typography.Text type="secondary" role="status">
        {texts.total(total)}
      </Typography.Text>
    </Flex>
  );
}
