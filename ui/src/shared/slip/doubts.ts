// What a person should know before an 异议单 goes on record.
import type { TakenSlipView } from "../../bindings/bindings";
import { signerName } from "../signing/verdict";
import type { SlipTexts } from "./texts";

type Looked = Pick<
  TakenSlipView,
  "signatures" | "verdict" | "figuresStand" | "deliveredOn" | "deadline" | "raised"
> & { slip: Pick<TakenSlipView["slip"], "objections"> };

export interface Doubts {
  /** What speaks for it, or is plain to know. */
  known: string[];
  /** What is to be asked or compared first. */
  doubts: string[];
}

export function doubtsOf(looked: Looked, texts: SlipTexts): Doubts {
  const known: string[] = [];
  const doubts: string[] = [];
  const provider = looked.signatures.find(({ party }) => party === "provider");
  if (looked.signatures.length === 0) doubts.push(texts.unsigned);
  else if (provider === undefined) doubts.push(texts.notByProvider);
  else if (!provider.intact) doubts.push(texts.unverifiable);
  else if (provider.registered === false) doubts.push(texts.notRegistered);
  else known.push(texts.signed(signerName(provider)));
  if (!looked.figuresStand) doubts.push(texts.figuresChanged);
  if (looked.deliveredOn === null || looked.deadline === null) known.push(texts.notDelivered);
  else known.push(texts.term(looked.deliveredOn, looked.deadline));
  const all = looked.slip.objections.length;
  const fresh = looked.raised.length;
  if (fresh > 0 && fresh < all) known.push(texts.some(fresh, all));
  return { known, doubts };
}
