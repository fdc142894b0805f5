// The quarter and the unit that every screen shows, chosen once in the frame.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { QuarterView, UnitView } from "../bindings/bindings";
import { lastQuarters, quarterOf } from "./quarter";
import { useMay, useSignedIn } from "./session";
import { useToday } from "./today";
import { useRead } from "./useCase";

interface InView {
  /** `2026Q3`. */
  quarter: string;
  setQuarter: (quarter: string) => void;
  /** Quarters to choose from, newest first, with what is known of each. */
  quarters: { quarter: string; known: QuarterView | null }[];
  /** Code of the unit; empty where the ledger has no unit yet. */
  unit: string;
  setUnit: (unit: string) => void;
  /** Units that the account may see. */
  units: UnitView[];
  /** The chosen unit's name. */
  unitName: string;
}

const InViewContext = createContext<InView | null>(null);
const UNIT = "inView.unit";
const QUARTER = "inView.quarter";
/** Quarters offered where the account may not ask which there are. */
const OFFERED = 8;

export function InViewProvider({ children }: { children: ReactNode }) {
  const { session } = useSignedIn();
  const today = useToday();
  const may = useMay();
  // Whether a unit's account may read the province's quarters is for the program to say: a refusal leaves the calendar's.
  const quarters = useRead("quarters", {}, may("quarters"));
  const units = useRead("units", {}, may("units"));
  const [pickedQuarter, setPickedQuarter] = useState(() => sessionStorage.getItem(QUARTER));
  const [pickedUnit, setPickedUnit] = useState(() => sessionStorage.getItem(UNIT));

  const inView = useMemo<InView>(() => {
    const known = new Map((quarters.data ?? []).map((view) => [view.quarter, view]));
    const all = [...new Set([...known.keys(), ...lastQuarters(today, OFFERED)])].sort().reverse();
    const newest = quarterToLookAt(today, quarters.data ?? []);
    const quarter = pickedQuarter !== null && all.includes(pickedQuarter) ? pickedQuarter : newest;
    const mine = (units.data ?? []).filter(({ code }) => session.unit === null || may("units", code));
    const fallback = session.unit ?? mine[0]?.code ?? "";
    const unit = mine.some(({ code }) => code === pickedUnit) ? (pickedUnit ?? fallback) : fallback;
    return {
      quarter,
      setQuarter: (next) => {
        sessionStorage.setItem(QUARTER, next);
        setPickedQuarter(next);
      },
      quarters: all.map((name) => ({ quarter: name, known: known.get(name) ?? null })),
      unit,
      setUnit: (next) => {
        sessionStorage.setItem(UNIT, next);
        setPickedUnit(next);
      },
      units: mine,
      unitName: mine.find(({ code }) => code === unit)?.name ?? unit,
    };
  }, [quarters.data, units.data, pickedQuarter, pickedUnit, session, today]);

  return <InViewContext value={inView}>{children}</InViewContext>;
}

/** The newest quarter that is over and not closed, else the newest that is over: what people settle now. */
function quarterToLookAt(today: string, known: QuarterView[]): string {
  const now = quarterOf(today);
  const over = known
    .filter(({ quarter }) => quarter < now)
    .sort((a, b) => b.quarter.localeCompare(a.quarter));
  const open = over.find(({ status }) => status !== "closed");
  return open?.quarter ?? over[0]?.quarter ?? now;
}

export function useInView(): InView {
  const inView = useContext(InViewContext);
  if (inView === null) throw new Error("no quarter and unit around this component");
  return inView;
}
