// The filter of the pipeline's screens: the same in list and board, and still there when one comes back. What the address asks for,
// as 工作台 and a customer's page link to it, comes first and shows all of it, and is kept like what was chosen here.
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { useKeptFilter } from "../../shared/keptFilter";
import { type OpportunityFilter, TOLD, wholePipeline } from "./filter";

interface PipelineFilter {
  filter: OpportunityFilter;
  setFilter: (next: OpportunityFilter) => void;
  /** Whether the address asks for something. */
  asked: boolean;
}

export function usePipelineFilter(): PipelineFilter {
  const [address, setAddress] = useSearchParams();
  const [shown, keep, first] = useKeptFilter("opportunities.filter", wholePipeline);
  const checkpoint = TOLD.find((name) => name === address.get("checkpoint")) ?? null;
  const customer = address.get("customer");
  const asked = checkpoint !== null || customer !== null;
  const scope = customer === null ? ("open" as const) : ("all" as const);
  const arrived = asked ? JSON.stringify({ ...first, scope, checkpoint, customer }) : null;
  useEffect(() => {
    if (arrived !== null) keep(JSON.parse(arrived) as OpportunityFilter);
  }, [keep, arrived]);
  return {
    filter: asked ? { ...first, scope, checkpoint, customer } : shown,
    setFilter: (next) => {
      keep(next);
      if (asked) setAddress({}, { replace: true });
    },
    asked,
  };
}
