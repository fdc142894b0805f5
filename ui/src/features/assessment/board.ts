// The board's cells: how far one unit's month has come, as the program says, with names to its staff numbers.
import type { SettlementView } from "../../bindings/bindings";

export type BoardUnit = SettlementView["groups"][number]["units"][number];
export type BoardMonth = BoardUnit["months"][number];
export type Blocker = SettlementView["blockers"][number];

export type CellState = BoardMonth["state"];

export interface Cell {
  unit: string;
  month: string;
  state: CellState;
  /** People with a score. */
  scored: number;
  /** People that are to have one. */
  all: number;
  /** Who has none yet, by name. */
  missing: string[];
}

export function cellOf(unit: BoardUnit, { month, state, people, missing: absent }: BoardMonth): Cell {
  const scored = people.filter(({ score }) => score !== null).length;
  const missing = absent.map(
    (staffNo) => people.find((person) => person.staffNo === staffNo)?.name ?? staffNo,
  );
  return { unit: unit.code, month, state, scored, all: scored + missing.length, missing };
}

/** Nothing is left to do in the cell. */
export function done({ state }: Cell): boolean {
  return state === "closed" || state === "nobody" || state === "exempt";
}

/** The month has begun and something is left to do. */
export function waiting(cell: Cell): boolean {
  return !done(cell) && cell.state !== "future";
}

/** The month is over and something is left to do. */
export function late(cell: Cell, thisMonth: string): boolean {
  return waiting(cell) && cell.month < thisMonth;
}

/** How pressing a cell is, as the colour of its mark: late, begun, to be reviewed, done; null where nothing is to be done. */
export type Tone = "red" | "blue" | "orange" | "green" | null;

export function toneOf(cell: Cell, thisMonth: string): Tone {
  switch (cell.state) {
    case "open":
    case "undeclared":
      return late(cell, thisMonth) ? "red" : "blue";
    case "scored":
      return "orange";
    case "closed":
      return "green";
    default:
      return null;
  }
}

/** The tone of a state among these cells: the most pressing one. */
export function toneAmong(cells: Cell[], state: CellState, thisMonth: string): Tone {
  const tones = cells.filter((cell) => cell.state === state).map((cell) => toneOf(cell, thisMonth));
  return tones.includes("red") ? "red" : (tones[0] ?? null);
}

export interface BoardLine {
  code: string;
  name: string;
  group: string;
  exempt: string | null;
  cells: Cell[];
  /** Parties that confirmed the quarter. */
  confirmed: string[];
  /** An objection is not settled. */
  objection: boolean;
}

export function lineOf(unit: BoardUnit, group: string, blockers: Blocker[]): BoardLine {
  return {
    code: unit.code,
    name: unit.name,
    group,
    exempt: unit.exempt,
    cells: unit.months.map((month) => cellOf(unit, month)),
    confirmed: unit.confirmed,
    objection: blockers.some(({ code, unit: of }) => code === "objectionOpen" && of === unit.code),
  };
}

/** How many cells there are of each state. */
export function counts(lines: BoardLine[]): Record<CellState, number> {
  const counted = { future: 0, open: 0, scored: 0, closed: 0, nobody: 0, undeclared: 0, exempt: 0 };
  for (const { cells } of lines) for (const { state } of cells) counted[state] += 1;
  return counted;
}
