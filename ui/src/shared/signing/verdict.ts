// What a check found, as sentences: one that says what the file is, and those that say what speaks against it.
import type { CheckView } from "../../bindings/bindings";
import type { SigningTexts } from "./texts";

type Signature = CheckView["signatures"][number];
export type Tone = "success" | "info" | "warning" | "error";

export interface Verdict {
  tone: Tone;
  sentence: string;
  /** What speaks against the file, each a sentence. */
  but: string[];
}

const OTHER: Record<string, string> = { client: "provider", provider: "client" };
const TONES: Record<string, Tone> = { countersigned: "success", signedByOne: "info", unsigned: "info" };

export function verdictOf(check: CheckView, texts: SigningTexts): Verdict {
  const but = objections(check, texts);
  const tone = TONES[check.verdict] ?? (check.verdict === "unverifiable" ? "warning" : "error");
  return {
    // A whole file with something against it is not to be taken for a good one.
    tone: but.length > 0 && tone !== "error" ? "warning" : tone,
    sentence: sentence(check, texts),
    but,
  };
}

/** What a slip tells of figures is about the sheet that it objects to. */
export function isSlip({ kind }: Pick<CheckView, "kind">): boolean {
  return kind === "objectionSlip";
}

function sentence(check: CheckView, { signers, parties }: SigningTexts): string {
  const signer = (party: string) => check.signatures.find((signature) => signature.party === party);
  switch (check.verdict) {
    case "countersigned": {
      const [client, provider] = [signer("client"), signer("provider")];
      return signers.countersigned(client ? signerName(client) : "", provider ? signerName(provider) : "");
    }
    case "signedByOne": {
      const one = check.signatures[0];
      if (one === undefined) return signers.invalid;
      const other = one.party === null ? undefined : OTHER[one.party];
      if (one.party === null || other === undefined) return signers.signedByOther(signerName(one));
      return signers.signedByOne(parties[one.party] ?? one.party, signerName(one), parties[other] ?? other);
    }
    case "unsigned":
      return check.formal === false ? signers.unsignedDraft : signers.unsigned;
    case "altered":
      return signers.altered;
    case "unverifiable":
      return signers.unverifiable;
    default:
      return signers.invalid;
  }
}

function objections(check: CheckView, { but, parties, otherSignature }: SigningTexts): string[] {
  const found: string[] = [];
  const party = (signature: Signature) =>
    signature.party === null ? otherSignature : (parties[signature.party] ?? signature.party);
  if (check.sameKeyTwice) found.push(but.sameKey);
  for (const signature of check.signatures) {
    if (signature.registered === false) found.push(but.notRegistered(party(signature)));
    if (signature.trusted === false) found.push(but.notTrusted(party(signature)));
    if (signature.signedAfterExpiry) found.push(but.expired(party(signature)));
    if (signature.signedBeforeValid) found.push(but.tooEarly(party(signature)));
  }
  if (check.matchesLedger === false) found.push(isSlip(check) ? but.slipFigures : but.otherFigures);
  if (check.journalHead === "missing") found.push(but.headMissing);
  if (check.formal === false && check.verdict !== "unsigned") found.push(but.draft);
  return found;
}

/** The signer as the signature says, else as the certificate says. */
export function signerName(signature: Signature): string {
  return signature.name ?? partOf(signature.signer, "CN") ?? signature.signer;
}

/** A part of a certificate's subject: `O` of `CN=何志强,O=四川移动,C=CN`. */
export function partOf(subject: string, key: string): string | null {
  // A comma that belongs to a value is escaped.
  for (const part of subject.split(/(?<!\\),/)) {
    const [name, ...value] = part.trim().split("=");
    if (name === key) return value.join("=").replaceAll("\\,", ",");
  }
  return null;
}

const CHINA_HOURS = 8;

/** A moment as people in China read it: `2026-07-01 15:03`, as the program itself writes local times. */
export function localTime(rfc3339: string): string {
  const at = new Date(rfc3339);
  if (Number.isNaN(at.getTime())) return rfc3339;
  at.setUTCHours(at.getUTCHours() + CHINA_HOURS);
  return at.toISOString().slice(0, 16).replace("T", " ");
}
