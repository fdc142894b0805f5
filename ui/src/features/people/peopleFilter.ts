// The list of people as one looks through it: what is asked for, by what the table's heads were set to.
import type { TableProps } from "antd";
import type { ListedStanding, People, PeopleOrder, PersonView } from "../../bindings/bindings";

export interface PeopleFilter {
  /** Codes of units; none for all. */
  units: string[];
  /** Only those on duty, or only those who left; null for both. */
  here: boolean | null;
  /** Only who stands in one of these ways; none for all. */
  standings: ListedStanding[];
  order: PeopleOrder;
  descending: boolean;
}

export const EVERYBODY: PeopleFilter = {
  units: [],
  here: null,
  standings: [],
  order: "staffNo",
  descending: false,
};

type Change = Parameters<NonNullable<TableProps<PersonView>["onChange"]>>;

/** Ways to stand that the list can be asked for, as the head of the column offers them. */
export const STANDINGS: readonly ListedStanding[] = [
  "probation",
  "uncertified",
  "certified",
  "returned",
  "lacking",
  "left",
];

/** Columns that the list can be put in order by; their keys are the orders' names. */
const ORDERS: readonly PeopleOrder[] = ["staffNo", "name", "arrivedOn"];

/** What the heads of the columns say. */
export function filterOf(filters: Change[1], sorter: Change[2]): PeopleFilter {
  const left = filters.leftOn ?? [];
  const { columnKey, order } = (Array.isArray(sorter) ? sorter[0] : sorter) ?? {};
  const sorted = order ? ORDERS.find((known) => known === columnKey) : undefined;
  return {
    units: (filters.unit ?? []).map(String),
    here: left.length === 1 ? left[0] === "here" : null,
    standings: STANDINGS.filter((standing) => filters.standing?.includes(standing)),
    order: sorted ?? EVERYBODY.order,
    descending: sorted !== undefined && order === "descend",
  };
}

/** What the program is asked for, but for where a page begins. */
export function peopleRequest(find: string, filter: PeopleFilter, limit: number): People {
  const words = find.trim();
  return { limit, find: words === "" ? null : words, ...filter };
}

/** Whether somebody may be missing from the list. */
export function isSought({ find, units, here, standings }: People): boolean {
  return find !== null || (units?.length ?? 0) > 0 || (standings?.length ?? 0) > 0 || here !== null;
}
