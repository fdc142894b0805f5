// The filter of the tickets' screens: the same in list and board, and still there when one comes back from a ticket. A scope in
// the address, as 工作台 links to one, comes first and shows all of it, and is kept like what was chosen here.
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { useKeptFilter } from "../../shared/keptFilter";
import { SCOPE_NAMES, type TicketFilter, wholeList } from "./filter";

export function useTicketFilter(): [TicketFilter, (next: TicketFilter) => void] {
  const [asked, setAsked] = useSearchParams();
  const [shown, keep, first] = useKeptFilter("tickets.filter", wholeList);
  const scope = SCOPE_NAMES.find((name) => name === asked.get("scope"));
  const arrived = scope === undefined ? null : JSON.stringify({ ...first, scope });
  useEffect(() => {
    if (arrived !== null) keep(JSON.parse(arrived) as TicketFilter);
  }, [keep, arrived]);
  return [
    scope === undefined ? shown : { ...first, scope },
    (next) => {
      keep(next);
      if (scope !== undefined) setAsked({}, { replace: true });
    },
  ];
}
