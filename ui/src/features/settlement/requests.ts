// Requests of this screen's use cases, built from what was typed into its forms.
import type { SessionView } from "../../bindings/bindings";
import { said } from "../../shared/signing/signature";
import type { RequestOf } from "../../shared/transport";

/**
 * An amount as copied from Excel or typed with Chinese keys, without its sign of the currency and its thousands separators. A
 * comma anywhere else may have been meant as a point: it stays, and the amount is refused.
 */
export function amountOf(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replaceAll("。", ".")
    .replace(/^[−–—]/, "-")
    .replace(/^(-?)¥/, "$1")
    .replace(/元$/, "");
  return /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
}

export const AMOUNT = /^-?\d{1,13}(\.\d{1,2})?$/;
export const SCORE = /^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/;

/** A score as typed with Chinese keys too. */
export function scoreOf(text: string): string {
  return text.normalize("NFKC").replaceAll("。", ".").trim();
}

/** Parties that an account may confirm for, and whether it records for somebody else. */
export function partiesOf({ role }: SessionView): { parties: string[]; onBehalf: boolean } {
  if (role === "providerRepresentative") return { parties: ["provider"], onBehalf: false };
  if (role === "clerk" || role === "administrator")
    return { parties: ["client", "provider"], onBehalf: true };
  return { parties: ["client"], onBehalf: false };
}

export interface ConfirmForm {
  party: string;
  which: "all" | "chosen";
  units?: string[];
  evidence?: string;
}

/** One request for every unit, or one each for the chosen ones. */
export function confirmRequests(quarter: string, form: ConfirmForm): RequestOf<"confirmUnits">[] {
  const { party } = form;
  const evidence = said(form.evidence);
  const units = form.which === "all" ? [null] : (form.units ?? []);
  return units.map((unit) => ({ quarter, unit, party, evidence }));
}

export interface ReportForm {
  kind: "report" | "statement" | "sheet";
  unit?: string;
  revision?: number | null;
}

export function reportRequest(quarter: string, form: ReportForm): Omit<RequestOf<"makeReport">, "out"> {
  return {
    quarter,
    unit: form.kind === "sheet" ? (form.unit ?? null) : null,
    statement: form.kind === "statement",
    revision: form.revision ?? null,
  };
}

export interface PaperForm {
  path: string;
  reportNo: string;
  revision: number;
  signers: string;
  sealApproval: string;
  sealKind?: string;
}

export function paperRequest(quarter: string, form: PaperForm): RequestOf<"acceptPaper"> {
  return {
    path: form.path.trim(),
    quarter,
    reportNo: form.reportNo.trim(),
    revision: form.revision,
    signers: form.signers.trim(),
    sealApproval: form.sealApproval.trim(),
    sealKind: said(form.sealKind),
  };
}

/** Assumed scores that can be asked: what is half typed is left out until it is whole. */
export function whatIfRequest(assumed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(assumed)
      .map(([unit, score]) => [unit, scoreOf(score)] as const)
      .filter(([, score]) => SCORE.test(score)),
  );
}
