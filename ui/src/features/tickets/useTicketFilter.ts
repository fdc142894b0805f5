// The filter of the tickets' screens: the same in list and board, and still there when one comes back from a ticket.
import { useState } from "react";
import { useInView } from "../../shared/inView";
import { useSignedIn, useWhose } from "../../shared/session";
import { type TicketFilter, wholeList } from "./filter";

export function useTicketFilter(): [TicketFilter, (next: TicketFilter) => void] {
  const key = useWhose("tickets.filter");
  const { session } = useSignedIn();
  const { units } = useInView();
  const [filter, setFilter] = useState<TicketFilter>(() => {
    // Whoever belongs to a unit begins with it; who sees several begins with all.
    const first = wholeList(session.unit);
    const kept = sessionStorage.getItem(key);
    return kept === null ? first : { ...first, ...(JSON.parse(kept) as Partial<TicketFilter>) };
  });
  // A unit that is no longer seen narrows nothing.
  const unit = filter.unit !== null && units.length > 0 && units.every(({ code }) => code !== filter.unit);
  return [
    unit ? { ...filter, unit: session.unit } : filter,
    (next) => {
      sessionStorage.setItem(key, JSON.stringify(next));
      setFilter(next);
    },
  ];
}
