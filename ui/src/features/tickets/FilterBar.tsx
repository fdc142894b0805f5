// By what the list of tickets is narrowed: words, unit, type, engineer.
import { Flex, Input, Select, Typography } from "antd";
import type { ReactNode } from "react";
import type { TicketTypeView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { UnitFilter } from "../../shared/UnitFilter";
import { EngineerFilter } from "../people/EngineerFilter";
import type { TicketFilter } from "./filter";
import { OUT } from "./outTexts";
import { TEXTS } from "./texts";

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
      <UnitFilter
        label={out.unit}
        hint={out.allUnits}
        value={filter.unit}
        onChange={(unit) => change({ unit, engineer: null })}
      />
      <Select
        aria-label={texts.kind}
        allowClear
        placeholder={texts.allKinds}
        value={filter.kind}
        onChange={(kind: string | undefined) => change({ kind: kind ?? null })}
        options={types.map(({ body }) => ({ value: body.code, label: body.label }))}
        style={{ width: 120 }}
      />
      <EngineerFilter
        label={out.engineer}
        hint={out.allEngineers}
        value={filter.engineer}
        unit={filter.unit}
        onChange={(engineer) => change({ engineer })}
      />
      {children}
      <Typography.Text type="secondary" role="status">
        {texts.total(total)}
      </Typography.Text>
    </Flex>
  );
}
