// Forms of 认证 into requests: what was left empty is absent.
import type { DecideCase, RecordEvidence } from "../../bindings/bindings";

/** Files that papers usually are. */
export const PAPERS = ["pdf", "png", "jpg", "jpeg", "docx", "xlsx", "txt"];

export interface EvidenceFields {
  since?: string;
  quarter?: string;
  grade?: string;
  requirement?: string;
  day?: string;
  count?: number;
  objectGrade?: string;
  text?: string;
  paper?: string;
}

/** A text that was typed; null where it was not. */
function typed(text: string | undefined): string | null {
  return text?.trim() || null;
}

export function evidenceRequest(staffNo: string, of: string, fields: EvidenceFields): RecordEvidence {
  const behaviour = of === "behaviour";
  return {
    staffNo,
    of,
    since: fields.since ?? null,
    quarter: fields.quarter ?? null,
    grade: fields.grade ?? null,
    requirement: fields.requirement ?? null,
    day: fields.day ?? null,
    count: behaviour ? (fields.count ?? null) : null,
    objectGrade: behaviour ? (fields.objectGrade ?? null) : null,
    text: typed(fields.text),
    paper: typed(fields.paper),
  };
}

export interface DecideFields {
  passed?: boolean;
  validFrom?: string;
  exception?: string;
  reason?: string;
  then?: string;
  evaluator?: string;
  basis?: string;
  paper?: string;
}

export function decideRequest(staffNo: string, fields: DecideFields): DecideCase {
  const passed = fields.passed === true;
  return {
    staffNo,
    passed,
    validFrom: passed ? (fields.validFrom ?? null) : null,
    exception: passed ? typed(fields.exception) : null,
    reason: passed ? null : typed(fields.reason),
    then: passed ? null : (fields.then ?? null),
    evaluator: typed(fields.evaluator),
    basis: typed(fields.basis),
    paper: typed(fields.paper),
  };
}
