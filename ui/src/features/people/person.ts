// The parts of a person's page, by the names that the screen has for them.
import type { DossierView, StayPaperView, StayView } from "../../bindings/bindings";

export type Person = DossierView;
export type Stay = StayView;
export type Paper = StayPaperView;
export type Standing = Person["standing"];

/**
 * The stay whose papers the page asks for: today's or the newest; null while somebody is awaited whose last stay is over.
 */
export function stayInView({ announced, stays }: Person, today: string): Stay | null {
  const [newest = null] = stays;
  if (announced === null || newest === null) return newest;
  return newest.leftOn === null || newest.leftOn >= today ? newest : null;
}

/** Tones of the tags, by how somebody stands. */
export const TONES: Record<Standing, string> = {
  awaited: "orange",
  probation: "blue",
  uncertified: "blue",
  certified: "green",
  returned: "red",
  left: "default",
  withdrawn: "default",
};

/** Whether somebody has left, or is not coming after all: nothing is asked for, and they may be announced again. */
export function isGone({ standing }: Person): boolean {
  return standing === "left" || standing === "withdrawn";
}

/** Whether somebody is on duty, as far as acts go that need it. */
export function onDuty(person: Person): boolean {
  return person.standing !== "awaited" && !isGone(person);
}
