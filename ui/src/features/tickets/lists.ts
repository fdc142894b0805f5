// What one chooses from on tickets, in the order of the screens; the words stand in the program's own lists.
import { type Language, word } from "../../shared/words";

export const CHANNELS = ["phone", "mail", "platform", "videoMeeting", "onSite", "fax", "chat"];
export const URGENCIES = ["critical", "urgent", "normal"];
export const COMPLEXITIES = ["simple", "ordinary", "complex"];
export const QUESTIONS = ["response", "quality", "expertise", "attitude"];
export const PHASES = ["review", "work", "confirmation"];

/** Options of a choice. */
export function optionsOf(
  language: Language,
  list: string,
  values: string[],
): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: word(language, `${list}.${value}`) }));
}
