// To which opportunity and customer a ticket belongs, said or changed afterwards.
import { Button, Flex, Form } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { TicketView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { CustomerNoItem } from "../customers/CustomerNoItem";
import { OpportunityItem } from "../opportunities/OpportunityItem";
import type { OfTicket } from "./CourseDialogs";
import { MakeOpportunity } from "./MakeOpportunity";
import { TEXTS } from "./texts";

interface Fields {
  opportunity?: string | null;
  customerNo?: string | null;
}

function LinkDialog({ view, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const { ticket, unit, opportunity, opportunityTitle, customer, customerNo } = view;
  return (
    <ActDialog
      name={`ticket.link.${ticket}`}
      title={texts.link}
      says={texts.linkHelp}
      initial={{ opportunity, customerNo }}
      beside={{
        unknownOpportunity: "opportunity",
        opportunityKept: "opportunity",
        unknownCustomer: "customerNo",
      }}
      act={useAct("linkTicket")}
      request={(fields: Fields) => ({
        ticket,
        opportunity: fields.opportunity ?? null,
        // The opportunity says whose it is.
        customerNo: fields.opportunity ? null : (fields.customerNo ?? null),
      })}
      done={texts.linked}
      onClose={close}
    >
      <OpportunityItem
        name="opportunity"
        label={texts.opportunity}
        unit={unit}
        known={opportunity === null ? null : { value: opportunity, title: opportunityTitle ?? "" }}
      />
      <Form.Item noStyle dependencies={["opportunity"]}>
        {({ getFieldValue }) =>
          getFieldValue("opportunity") ? null : (
            <CustomerNoItem
              name="customerNo"
              label={texts.customerOnRecord}
              unit={unit}
              known={customerNo === null ? null : { value: customerNo, name: customer ?? "" }}
            />
          )
        }
      </Form.Item>
    </ActDialog>
  );
}

/** What it belongs to, with the way there and the way to change it. */
export function Linked({ view }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const [linking, setLinking] = useState(false);
  const { opportunity, opportunityTitle, mayLink } = view;
  return (
    <Flex gap={6} wrap align="center">
      {opportunity === null ? (
        "—"
      ) : (
        <Link
          to={`/opportunities/${encodeURIComponent(opportunity)}`}
          style={{ textDecoration: "underline", overflowWrap: "anywhere" }}
        >
          {opportunityTitle ?? opportunity}
        </Link>
      )}
      {mayLink ? (
        <Button size="small" type="text" onClick={() => setLinking(true)}>
          {texts.link}
        </Button>
      ) : null}
      <MakeOpportunity view={view} />
      {linking ? <LinkDialog view={view} close={() => setLinking(false)} /> : null}
    </Flex>
  );
}
