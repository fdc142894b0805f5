// Which received files a party may sign.
import type { CheckView } from "../../bindings/bindings";
import type { Party } from "../../shared/signing/signature";

/** Why a party cannot sign a file; `null` where it can. Keys of `texts.sign.not`. */
export function whyNot(check: CheckView | undefined, party: Party): string | null {
  if (check === undefined) return "unknown";
  if (check.formal === false) return "draft";
  if (check.signatures.some((signature) => signature.party === party)) return "already";
  return check.verdict === "unsigned" || check.verdict === "signedByOne" ? null : "sound";
}
