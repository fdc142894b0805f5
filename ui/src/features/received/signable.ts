// Which received files a party may sign, and what the signed ones are called.
import type { CheckView } from "../../bindings/bindings";
import { withSuffix } from "../../shared/files/paths";

export type Party = "client" | "provider";

/** Why a party cannot sign a file; `null` where it can. Keys of `texts.sign.not`. */
export function whyNot(check: CheckView | undefined, party: Party): string | null {
  if (check === undefined) return "unknown";
  if (check.formal === false) return "draft";
  if (check.signatures.some((signature) => signature.party === party)) return "already";
  return check.verdict === "unsigned" || check.verdict === "signedByOne" ? null : "sound";
}

export interface Suffixes {
  client: string;
  provider: string;
  both: string;
}

/** The name beside the original: `a.pdf` → `a-甲方签.pdf`, and what one has signed → `a-双方签署.pdf`. */
export function signedPath(path: string, check: CheckView, party: Party, suffixes: Suffixes): string {
  if (check.verdict !== "signedByOne") return withSuffix(path, suffixes[party]);
  const one = suffixes[party === "client" ? "provider" : "client"];
  const bare = path.replace(new RegExp(`${one}(\\.\\w+)$`), "$1");
  return withSuffix(bare, suffixes.both);
}
