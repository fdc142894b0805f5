// What the form of a new ledger comes to: its request, and what is said about passwords and places while one types.
import type { InitLedger } from "../../bindings/bindings";
import type { Role, Strength } from "./texts";

export interface NewLedgerFields {
  role: Role;
  unit: string;
  org?: string;
  admin: string;
  password: string;
  again: string;
  twoPerson: boolean;
}

/** What the program asks of every password. */
export const PASSWORD_LEAST = 8;
/** Codes and account names: as the program reads them. */
export const IDENTIFIER = /^\S{1,40}$/;
/** The code usually meant, by role; a branch knows its own. */
export const USUAL_UNIT: Record<Role, string> = { province: "ZQ", branch: "", provider: "QT" };

export function initRequest(fields: NewLedgerFields): InitLedger {
  const org = fields.org?.trim() ?? "";
  return {
    role: fields.role,
    unit: fields.unit.trim(),
    admin: fields.admin.trim(),
    password: fields.password,
    twoPerson: fields.twoPerson,
    // Only the province and its branches have units to begin with.
    org: org === "" || fields.role === "provider" ? null : org,
  };
}

const LONG = 12;

/** A hint, no rule: length counts more than signs. */
export function strengthOf(password: string): Strength {
  // Characters as people count them, as the program does.
  const length = [...password].length;
  if (length < PASSWORD_LEAST) return "short";
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  const varied = new Set(password).size;
  if (varied < 5 || kinds < 2) return length >= 16 && varied >= 8 ? "fair" : "weak";
  return length >= LONG && kinds >= 3 ? "strong" : "fair";
}

/** Whether a folder lies on the disk that a reinstalled Windows loses. */
export function onSystemDisk(folder: string): boolean {
  return /^c:/i.test(folder.trim());
}
