// Those who may be asked, as a list offers them.
import type { CandidateView } from "../../bindings/bindings";

export function candidateOptions(candidates: CandidateView[]): { value: string; label: string }[] {
  return candidates.map(({ account, name, post }) => ({
    value: account,
    label: post === null || post === "" ? name : `${name} ${post}`,
  }));
}
