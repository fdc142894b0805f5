// 代录 in words.
import type { OnBehalfView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

/** Says for whom something was recorded, and by what that is shown. */
export function useBehalfWords(): (behalf: OnBehalfView) => string {
  const words = usePick(TEXTS).behalf;
  return ({ party, person, basis }) => {
    const who = [party === null ? null : words[party], person].filter((part) => part !== null);
    return words.says(who.join(" "), basis);
  };
}
