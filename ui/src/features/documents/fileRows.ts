// The rows of the filing dialog: what a file is proposed as, and what is asked of the core.
import type { AppError, DocumentToFile, ProposedDocumentView } from "../../bindings/bindings";
import { fileName } from "../../shared/files/paths";

export interface FileToFile {
  path: string;
  name: string;
  bytes: number;
  title: string;
  category: string;
  kind: string | null;
  stage: string;
  /** The number that is expected, as long as the stage stays what was proposed. */
  number: string;
  proposedStage: string;
  secrecy: string;
  validUntil: string | null;
  tags: string[];
  note: string;
  fault: AppError | null;
}

/** The row of a file. `expected`: whether the core, when it was asked, knew of all that are filed before it. */
export function rowOf(proposed: ProposedDocumentView, expected: boolean): FileToFile {
  const { path, bytes, title, category, kind, stage, number, fault } = proposed;
  // One that could not be looked at has no name yet.
  const name = fault === null ? proposed.name : fileName(path);
  return {
    path,
    name,
    bytes,
    title,
    category,
    kind,
    stage,
    number: expected ? number : "",
    proposedStage: stage,
    secrecy: "ordinary",
    validUntil: null,
    tags: [],
    note: "",
    fault,
  };
}

export function toFile(row: FileToFile): DocumentToFile {
  const { path, title, category, kind, stage, secrecy, validUntil, tags, note } = row;
  return { path, title, category, kind, stage, secrecy, validUntil, tags, note };
}
