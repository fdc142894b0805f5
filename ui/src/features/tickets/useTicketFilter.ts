// The filter of the tickets' screens: the same in list and board, and still there when one comes back from a ticket. A scope in
// the address, as 工作台 links to one, comes first and shows all of it, and is kept like what was chosen here.
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { useInView } from "../../shared/inView";
import { useSignedIn, useWhose } from "../../shared/session";
import { SCOPE_NAMES, type TicketFilter, wholeList } from "./filter";

export function useTicketFilter(): [TicketFilter, (next: TicketFilter) => void] {
  const key = useWhose("tickets.filter");
  const { session } = useSignedIn();
  const { units } = useInView();
  const [asked, setAsked] = useSearchParams();
  // Whoever belongs to a unit begins with it; who sees several begins with all.
  const first = wholeList(session.unit);
  const [kept, setKept] = useState<TicketFilter>(() => {
    const text = sessionStorage.getItem(key);
    return text === null ? first : { ...first, ...(JSON.parse(text) as Partial<TicketFilter>) };
  });
  const scope = SCOPE_NAMES.find((name) => name === asked.get("scope"));
  const arrived = scope === undefined ? null : JSON.stringify({ ...first, scope });
  useEffect(() => {
    if (arrived === null) return;
    sessionStorage.setItem(key, arrived);
    setKept(JSON.parse(arrived) as TicketFilter);
  }, [key, arrived]);
  // A unit that is no longer seen narrows nothing.
  const gone = kept.unit !== null && units.length > 0 && units.every(({ code }) => code !== kept.unit);
  const shown = gone ? { ...kept, unit: session.unit } : kept;
  return [
    scope === undefined ? shown : { ...first, scope },
    (next) => {
      sessionStorage.setItem(key, JSON.stringify(next));
      setKept(next);
      if (scope !== undefined) setAsked({}, { replace: true });
    },
  ];
}
