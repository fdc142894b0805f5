// 生成商机: an opportunity from what a ticket holds, to which the ticket belongs from then on.
import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { TicketView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { type FromTicket, RegisterDialog } from "../opportunities/RegisterDialog";
import { TEXTS } from "./texts";

/** Fields that tickets and the stages of opportunities have in common, by code. */
const SHARED = ["ictEnteredOn", "ictNo"];

/** What an opportunity takes over of a ticket; the codes are those of the ticket types that come along. */
export function takenOver(view: TicketView): FromTicket {
  const { ticket, unit, title, customer, customerNo, receivedOn, first, fields } = view;
  const known = (code: string) => fields[code] ?? null;
  return {
    ticket,
    unit,
    initial: {
      title,
      ...(customer === null ? {} : { whose: { number: customerNo, name: customer } }),
      class: known("class") ?? "",
      source: known("source"),
      manager: known("manager") ?? "",
      amount: known("amount"),
      engineer: first,
      foundOn: receivedOn,
    },
    fields: Object.fromEntries(SHARED.flatMap((code) => (fields[code] ? [[code, fields[code]]] : []))),
  };
}

export function MakeOpportunity({ view }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const go = useNavigate();
  const [making, setMaking] = useState(false);
  if (view.opportunity !== null || !view.mayLink || !may("registerOpportunity", view.unit)) return null;
  return (
    <>
      <Button size="small" type="text" onClick={() => setMaking(true)}>
        {texts.makeOpportunity}
      </Button>
      {making ? (
        <RegisterDialog
          from={takenOver(view)}
          close={(opportunity) => {
            setMaking(false);
            if (opportunity !== null) void go(`/opportunities/${encodeURIComponent(opportunity)}`);
          }}
        />
      ) : null}
    </>
  );
}
