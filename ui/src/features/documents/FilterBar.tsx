// By what the documents are narrowed: words, unit, class, stage, state, days, tag, and the views that the user kept.
import { DatePicker, Flex, Input, Select, Tag } from "antd";
import dayjs from "dayjs";
import { usePick } from "../../shared/pick";
import { SavedViews } from "../../shared/savedViews/SavedViews";
import { UnitFilter } from "../../shared/UnitFilter";
import { useRead } from "../../shared/useCase";
import { type DocumentFilter, documentsRequest, readFilter, STATES, type State } from "./filter";
import { TEXTS } from "./texts";

interface FilterBarProps {
  filter: DocumentFilter;
  change: (next: Partial<DocumentFilter>) => void;
}

export function FilterBar({ filter, change }: FilterBarProps) {
  const texts = usePick(TEXTS);
  const form = useRead("documentForm", {}).data;
  const categories = form?.categories ?? [];
  const kinds = categories.find(({ code }) => code === filter.category)?.kinds ?? [];
  const day = (text: string | null) => (text === null ? null : dayjs(text));
  const options = (all: { code: string; name: string }[]) =>
    all.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Flex wrap gap="small" align="center">
      <Input.Search
        aria-label={texts.find}
        placeholder={texts.find}
        allowClear
        value={filter.text}
        onChange={({ target }) => change({ text: target.value })}
        style={{ width: 290 }}
      />
      <UnitFilter
        label={texts.unit}
        hint={texts.allUnits}
        value={filter.unit}
        onChange={(unit) => change({ unit })}
      />
      <Select
        aria-label={texts.category}
        allowClear
        placeholder={texts.allCategories}
        value={filter.category}
        onChange={(next: string | undefined) => change({ category: next ?? null, kind: null })}
        options={options(categories)}
        style={{ width: 116 }}
      />
      {kinds.length === 0 ? null : (
        <Select
          aria-label={texts.kind}
          allowClear
          placeholder={texts.allKinds}
          value={filter.kind}
          onChange={(next: string | undefined) => change({ kind: next ?? null })}
          options={options(kinds)}
          popupMatchSelectWidth={false}
          style={{ width: 130 }}
        />
      )}
      <Select
        aria-label={texts.stage}
        allowClear
        placeholder={texts.allStages}
        value={filter.stage}
        onChange={(next: string | undefined) => change({ stage: next ?? null })}
        options={(form?.stages ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        popupMatchSelectWidth={false}
        style={{ width: 116 }}
      />
      <Select
        aria-label={texts.state}
        allowClear
        placeholder={texts.inForce}
        value={filter.state}
        onChange={(next: State | undefined) => change({ state: next ?? null })}
        options={STATES.map((value) => ({ value, label: texts.states[value] }))}
        style={{ width: 116 }}
      />
      <DatePicker.RangePicker
        aria-label={texts.filed}
        allowEmpty
        placeholder={[texts.from, texts.to]}
        value={[day(filter.from), day(filter.to)]}
        onChange={(days) =>
          change({
            from: days?.[0]?.format("YYYY-MM-DD") ?? null,
            to: days?.[1]?.format("YYYY-MM-DD") ?? null,
          })
        }
        style={{ width: 230 }}
      />
      <Input
        aria-label={texts.tag}
        placeholder={texts.tag}
        allowClear
        value={filter.tag ?? ""}
        onChange={({ target }) => change({ tag: target.value.trim() === "" ? null : target.value.trim() })}
        style={{ width: 100 }}
      />
      {filter.about === null ? null : (
        <Tag closable onClose={() => change({ about: null })}>
          {texts.ofAbout(filter.about.slice(filter.about.indexOf("/") + 1))}
        </Tag>
      )}
      <SavedViews
        name="documents.views"
        filter={filter}
        read={readFilter}
        request={documentsRequest}
        show={change}
      />
    </Flex>
  );
}
