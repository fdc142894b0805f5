// Opportunities, customers and tickets with certain words in them, for 搜索.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { usePaused } from "../shared/paused";
import { useMay } from "../shared/session";
import { call, useTransport } from "../shared/transport";

/** Of each kind so many at most; who wants more types more. */
const SHOWN = 8;

interface FoundRecord {
  number: string;
  name: string;
  /** What it is found by as well: the customer's name. */
  beside: string | null;
}

type Kind = "opportunities" | "customers" | "tickets";

interface Group {
  kind: Kind;
  found: FoundRecord[];
  /** What is typed has not been looked for yet. */
  looking: boolean;
}

interface Asked {
  unit: null;
  text: string;
  offset: number;
  limit: number;
}

export function useFoundRecords(typed: string): Group[] {
  const transport = useTransport();
  return [
    useFound("opportunities", typed, async (asked) => {
      const request = { ...asked, stages: [], ended: null, descending: true };
      const { lines } = await call(transport, "opportunities", request);
      return lines.map(({ opportunity, title, customerName }) => ({
        number: opportunity,
        name: title,
        beside: customerName,
      }));
    }),
    useFound("customers", typed, async (asked) => {
      const { lines } = await call(transport, "customers", { ...asked, sector: null });
      return lines.map(({ customer, name }) => ({ number: customer, name, beside: null }));
    }),
    useFound("tickets", typed, async (asked) => {
      const request = { ...asked, states: [], due: [], descending: true };
      const { lines } = await call(transport, "tickets", request);
      return lines.map(({ ticket, title, customer }) => ({ number: ticket, name: title, beside: customer }));
    }),
  ];
}

function useFound(kind: Kind, typed: string, read: (asked: Asked) => Promise<FoundRecord[]>): Group {
  const may = useMay()(kind);
  const words = typed.trim();
  const text = usePaused(words);
  const asked = { unit: null, text, offset: 0, limit: SHOWN };
  const enabled = may && words !== "" && text !== "";
  const answer = useQuery({
    queryKey: [kind, "search", asked],
    queryFn: () => read(asked),
    enabled,
    placeholderData: keepPreviousData,
  });
  const looking = may && words !== "" && (text !== words || answer.isFetching);
  return { kind, found: enabled ? (answer.data ?? []) : [], looking };
}
