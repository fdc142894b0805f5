// Invoices, payments and carried amounts of a quarter, as the log has them.
import type { JournalLine } from "../../bindings/bindings";

export interface RecordedLine {
  seq: number;
  kind: "invoice" | "payment" | "adjustmentIn" | "adjustmentOut";
  number: string;
  on: string;
  amount: string;
  by: string;
}

const KINDS: Record<string, "invoice" | "payment"> = {
  "settlement.invoiceRecorded": "invoice",
  "settlement.paymentRecorded": "payment",
};

const CARRIED = "settlement.adjustmentCarried";

/** Kinds of acts that are looked for. */
export const RECORDED_KINDS = [...Object.keys(KINDS), CARRIED];

export function recordedLines(journal: JournalLine[], quarter: string): RecordedLine[] {
  return journal.flatMap(({ seq, kind, body, name, at }): RecordedLine[] => {
    const said = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
    const text = (key: string) => (typeof said[key] === "string" ? said[key] : "");
    const known = KINDS[kind];
    if (known !== undefined && said.quarter === quarter) {
      const number = text(known === "invoice" ? "number" : "voucher");
      return [{ seq, kind: known, number, on: text("on"), amount: text("amount"), by: name }];
    }
    if (kind !== CARRIED) return [];
    const line = { seq, on: at.slice(0, 10), amount: text("amount"), by: name };
    if (said.to === quarter) return [{ ...line, kind: "adjustmentIn", number: text("from") }];
    if (said.from === quarter) return [{ ...line, kind: "adjustmentOut", number: text("to") }];
    return [];
  });
}
