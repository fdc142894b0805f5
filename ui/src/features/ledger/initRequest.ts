// What the form of a new ledger comes to: its request, and what is said about its place.
import type { InitLedger } from "../../bindings/bindings";
import type { Role } from "./texts";

export interface NewLedgerFields {
  role: Role;
  unit: string;
  org?: string;
  admin: string;
  name?: string;
  post?: string;
  password: string;
  again: string;
  twoPerson: boolean;
  dir: string;
}

/** Codes and account names: as the program reads them. */
export const IDENTIFIER = /^\S{1,40}$/;
/** The code usually meant, by role; a branch knows its own. */
export const USUAL_UNIT: Record<Role, string> = { province: "ZQ", branch: "", provider: "QT" };

export function initRequest(fields: NewLedgerFields): InitLedger {
  const org = fields.org?.trim() ?? "";
  const given = (text: string | undefined) => (text?.trim() ? text.trim() : null);
  return {
    role: fields.role,
    unit: fields.unit.trim(),
    admin: fields.admin.trim(),
    name: given(fields.name),
    post: given(fields.post),
    password: fields.password,
    twoPerson: fields.twoPerson,
    // Only the province and its branches have units to begin with.
    org: org === "" || fields.role === "provider" ? null : org,
    dir: fields.dir.trim(),
  };
}

/** Whether a folder lies on the disk that a reinstalled Windows loses. */
export function onSystemDisk(folder: string): boolean {
  return /^c:/i.test(folder.trim());
}
