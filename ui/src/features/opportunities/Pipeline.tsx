// The pipeline as a board, as a list, and how much of it was won.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Flex, Segmented } from "antd";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { UnitFilter } from "../../shared/UnitFilter";
import { Board } from "./Board";
import { FilterBar } from "./FilterBar";
import type { OpportunityFilter } from "./filter";
import { OpportunityList } from "./OpportunityList";
import { RegisterDialog } from "./RegisterDialog";
import { SuccessRates } from "./SuccessRates";
import { TEXTS } from "./texts";
import { usePipelineFilter } from "./usePipelineFilter";

const VIEWS = ["board", "list", "rates"] as const;
type View = (typeof VIEWS)[number];
const KEPT = "opportunities.view";

export function Pipeline() {
  const texts = usePick(TEXTS);
  const go = useNavigate();
  const may = useMay();
  const [chosen, setChosen] = useState<View>(
    () => VIEWS.find((one) => one === sessionStorage.getItem(KEPT)) ?? "board",
  );
  const { filter, setFilter, asked } = usePipelineFilter();
  const [registering, setRegistering] = useState(false);
  const change = (next: Partial<OpportunityFilter>) => setFilter({ ...filter, ...next });
  const setView = (next: View) => {
    sessionStorage.setItem(KEPT, next);
    setChosen(next);
  };
  // What an address asks for is a list, whatever was looked at last.
  useEffect(() => {
    if (asked) setView("list");
  }, [asked]);
  const view = asked ? "list" : chosen;
  const sought = { ...filter, text: usePaused(filter.text) };
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Segmented
          value={view}
          onChange={(next: View) => {
            setFilter(filter);
            setView(next);
          }}
          options={VIEWS.map((value) => ({ value, label: texts.views[value] }))}
        />
        {may("registerOpportunity") ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRegistering(true)}>
            {texts.register}
          </Button>
        ) : null}
      </Flex>
      <Flex wrap gap="small" align="center">
        {view === "rates" ? (
          <UnitFilter
            label={texts.rateUnit}
            hint={texts.allUnits}
            value={filter.unit}
            onChange={(unit) => change({ unit, engineer: null })}
          />
        ) : (
          <FilterBar filter={filter} change={change} />
        )}
      </Flex>
      {view === "board" ? <Board filter={sought} more={() => setView("list")} /> : null}
      {view === "list" ? <OpportunityList filter={sought} change={change} /> : null}
      {view === "rates" ? <SuccessRates unit={filter.unit} /> : null}
      {registering ? (
        <RegisterDialog
          close={(opportunity) => {
            setRegistering(false);
            if (opportunity !== null) void go(`/opportunities/${encodeURIComponent(opportunity)}`);
          }}
        />
      ) : null}
    </Flex>
  );
}
