// By what the opportunities are narrowed: words, unit, class, engineer, and the views that the user kept.
import { Input, Select, Tag } from "antd";
import { usePick } from "../../shared/pick";
import { SavedViews } from "../../shared/savedViews/SavedViews";
import { UnitFilter } from "../../shared/UnitFilter";
import { useRead } from "../../shared/useCase";
import { EngineerFilter } from "../people/EngineerFilter";
import { type OpportunityFilter, opportunitiesRequest, readFilter, TOLD, type Told } from "./filter";
import { TEXTS } from "./texts";

interface FilterBarProps {
  filter: OpportunityFilter;
  change: (next: Partial<OpportunityFilter>) => void;
}

export function FilterBar({ filter, change }: FilterBarProps) {
  const texts = usePick(TEXTS);
  const form = useRead("opportunityForm", {});
  return (
    <>
      <Input.Search
        aria-label={texts.find}
        placeholder={texts.find}
        allowClear
        value={filter.text}
        onChange={(event) => change({ text: event.target.value })}
        style={{ width: 230 }}
      />
      <UnitFilter
        label={texts.rateUnit}
        hint={texts.allUnits}
        value={filter.unit}
        onChange={(unit) => change({ unit, engineer: null })}
      />
      <Select
        aria-label={texts.class}
        allowClear
        placeholder={texts.allClasses}
        value={filter.class}
        onChange={(next: string | undefined) => change({ class: next ?? null })}
        options={(form.data?.classes ?? []).map((value) => ({ value, label: value }))}
        style={{ width: 130 }}
      />
      <EngineerFilter
        label={texts.engineer}
        hint={texts.allEngineers}
        value={filter.engineer}
        unit={filter.unit}
        onChange={(engineer) => change({ engineer })}
      />
      <Select
        aria-label={texts.checkpoint}
        allowClear
        placeholder={texts.checkpoint}
        value={filter.checkpoint}
        onChange={(next: Told | undefined) => change({ checkpoint: next ?? null })}
        options={TOLD.map((value) => ({ value, label: texts.told[value] }))}
        style={{ width: 130 }}
      />
      {filter.customer === null ? null : (
        <Tag closable onClose={() => change({ customer: null })}>
          {texts.ofCustomer(filter.customer)}
        </Tag>
      )}
      <SavedViews
        name="opportunities.views"
        filter={filter}
        read={readFilter}
        request={opportunitiesRequest}
        show={change}
      />
    </>
  );
}
