// A signature as it is typed into a form, and the request it comes to. The password is given once and kept nowhere.
import type { SignReport } from "../../bindings/bindings";
import { withSuffix } from "../files/paths";

export type Party = "client" | "provider";
export const PARTIES: Party[] = ["client", "provider"];

export interface SignatureFields {
  p12: string;
  password: string;
  post?: string;
  reason?: string;
  location?: string;
  picture?: string;
}

/** What is left empty is not said. */
export function said(text: string | undefined | null): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** Signs the file of `path` for a party into `out`. */
export function signRequest(path: string, out: string, party: string, fields: SignatureFields): SignReport {
  return {
    path: path.trim(),
    p12: fields.p12.trim(),
    password: fields.password,
    party,
    out: out.trim(),
    post: said(fields.post),
    reason: said(fields.reason),
    location: said(fields.location),
    picture: said(fields.picture),
  };
}

export type Suffixes = Record<Party | "both", string>;

/**
 * The name beside the original: `a.pdf` → `a-甲方签.pdf`, and what the other has signed → `a-双方签署.pdf`. Whether the other has
 * is seen from the name where nobody looked into the file.
 */
export function signedPath(path: string, party: Party, suffixes: Suffixes, otherSigned?: boolean): string {
  const other = suffixes[party === "client" ? "provider" : "client"];
  const named = new RegExp(`${other}(\\.\\w+)$`);
  if (!(otherSigned ?? named.test(path))) return withSuffix(path, suffixes[party]);
  return withSuffix(path.replace(named, "$1"), suffixes.both);
}
