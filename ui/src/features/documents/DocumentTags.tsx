// What is to be seen of a document at a glance: void, expiring, checked out, lent, confidential.
import { Tag } from "antd";
import { Link } from "react-router";
import type { DocumentLine } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { ApprovalTag } from "../approvals/ApprovalTag";
import { TEXTS } from "./texts";

export function DocumentTags({ line }: { line: DocumentLine }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const expiry = { expiring: "gold", expired: "red" }[line.validity];
  return (
    <>
      {line.voided ? <Tag>{word(language, "documentState.void")}</Tag> : null}
      {line.voided ? null : <ApprovalTag state={line.approval} />}
      {line.secrecy === "ordinary" ? null : (
        <Tag color={line.secrecy === "confidential" ? "red" : "blue"}>
          {word(language, `secrecy.${line.secrecy}`)}
        </Tag>
      )}
      {expiry === undefined || line.voided ? null : (
        <Tag color={expiry}>{word(language, `documentState.${line.validity}`)}</Tag>
      )}
      {line.outBy === null ? null : <Tag color="purple">{texts.outBy(line.outBy)}</Tag>}
      {line.lentUntil === null ? null : (
        <Tag color={line.overdue ? "red" : "blue"}>
          {line.overdue ? texts.overdue(line.lentUntil) : texts.lentUntil(line.lentUntil)}
        </Tag>
      )}
    </>
  );
}

/** Where what a document hangs on is shown. */
export function AboutLink({ line }: { line: DocumentLine }) {
  const texts = usePick(TEXTS);
  const places: Record<string, string> = {
    ticket: "tickets",
    opportunity: "opportunities",
    customer: "customers",
    person: "people",
  };
  return (
    <Link
      to={`/${places[line.aboutKind] ?? ""}/${encodeURIComponent(line.aboutKey)}`}
      style={{ textDecoration: "underline", overflowWrap: "anywhere" }}
    >
      {[texts.about[line.aboutKind], line.aboutTitle ?? line.aboutKey].join(" ")}
    </Link>
  );
}

/** Where a document is shown. */
export function documentPlace(document: string): string {
  return `/documents/${encodeURIComponent(document)}`;
}
