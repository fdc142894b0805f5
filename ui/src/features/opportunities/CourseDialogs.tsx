// The course of an opportunity: what it is, taken up again, handed over.
import { Flex, Form, Input } from "antd";
import type { OpportunityView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonDialog, ReasonItem } from "../../shared/act/ReasonDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { CustomerNoItem } from "../customers/CustomerNoItem";
import { BasicsItems, basicsOf, type BasicsFields, BESIDE } from "./BasicsItems";
import { TEXTS } from "./texts";

export interface OfOpportunity {
  view: OpportunityView;
  close: () => void;
}

export function ChangeDialog({ view, close }: OfOpportunity) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`opportunity.change.${view.opportunity}`}
      title={texts.change}
      width={680}
      first="title"
      initial={{
        title: view.title,
        customer: view.customer,
        class: view.class,
        source: view.source,
        finder: view.finder,
        manager: view.manager ?? "",
        amount: view.amount,
        expectedOn: view.expectedOn,
        engineer: view.engineer,
        foundOn: view.foundOn,
      }}
      beside={{ ...BESIDE, unknownCustomer: "customer", dateInFuture: "foundOn", foundAfter: "foundOn" }}
      act={useAct("changeOpportunity")}
      request={({ customer, foundOn, ...fields }: BasicsFields & { customer: string; foundOn: string }) => ({
        opportunity: view.opportunity,
        ...basicsOf(fields),
        customer,
        foundOn,
      })}
      done={texts.changed}
      onClose={close}
    >
      <BasicsItems
        unit={view.unit}
        customer={
          <CustomerNoItem
            name="customer"
            label={texts.customer}
            unit={view.unit}
            known={{ value: view.customer, name: view.customerName }}
            needed
          />
        }
      />
      <DayItem name="foundOn" label={texts.foundOn} />
    </ActDialog>
  );
}

export function ReopenDialog({ view: { opportunity, voided }, close }: OfOpportunity) {
  const texts = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`opportunity.reopen.${opportunity}`}
      title={texts.reopen}
      says={voided === null ? texts.reopenHelp : texts.reopenVoidedHelp}
      label={texts.reason}
      act={useAct("reopenOpportunity")}
      request={(text) => ({ opportunity, text })}
      done={texts.reopened}
      onClose={close}
    />
  );
}

export function HandOverDialog({ view: { opportunity, handover }, close }: OfOpportunity) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`opportunity.handOver.${opportunity}`}
      title={texts.handOver}
      says={texts.handOverHelp}
      first="person"
      initial={{
        on: handover?.on ?? today,
        person: handover?.person ?? "",
        text: handover?.text ?? "",
        contractNo: handover?.contractNo ?? "",
        signedOn: handover?.signedOn ?? null,
      }}
      beside={{
        dayOutside: "on",
        deliveryManagerNeeded: "person",
        reasonNeeded: "text",
        textLong: "contractNo",
        dateInFuture: "signedOn",
      }}
      act={useAct("handOverOpportunity")}
      request={(fields: {
        on: string;
        person?: string;
        text: string;
        contractNo?: string;
        signedOn?: string | null;
      }) => ({
        opportunity,
        on: fields.on,
        person: fields.person?.trim() || null,
        text: fields.text,
        contractNo: fields.contractNo?.trim() || null,
        signedOn: fields.signedOn ?? null,
      })}
      done={texts.handedOver}
      onClose={close}
    >
      <Flex gap="middle">
        <Form.Item
          name="person"
          label={texts.takesOver}
          rules={[{ required: true, whitespace: true, message: texts.needed }]}
          style={{ flex: 1 }}
        >
          <Input />
        </Form.Item>
        <DayItem label={texts.day} />
      </Flex>
      <ReasonItem name="text" label={texts.plan} needed={texts.needed} />
      <Flex gap="middle">
        <Form.Item name="contractNo" label={texts.contractNo} style={{ flex: 1 }}>
          <Input maxLength={60} />
        </Form.Item>
        <DayItem name="signedOn" label={texts.signedOn} optional />
      </Flex>
    </ActDialog>
  );
}
