// The course of an opportunity: what it is, its end, its handover.
import { Flex, Form, Input, Radio } from "antd";
import type { OpportunityView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonDialog, ReasonItem } from "../../shared/act/ReasonDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { CustomerNoItem } from "../customers/CustomerNoItem";
import { BasicsItems, basicsOf, type BasicsFields, BESIDE } from "./BasicsItems";
import { TEXTS } from "./texts";

export interface OfOpportunity {
  view: OpportunityView;
  close: () => void;
}

const OUTCOMES = ["won", "agreed", "lost", "dropped"];

export function ChangeDialog({ view, close }: OfOpportunity) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`opportunity.change.${view.opportunity}`}
      title={texts.change}
      width={680}
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

export function ConcludeDialog({ view: { opportunity, amount }, close }: OfOpportunity) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const today = useToday();
  return (
    <ActDialog
      name={`opportunity.conclude.${opportunity}`}
      title={texts.conclude}
      says={texts.concludeHelp}
      initial={{ on: today, amount: amount ?? "" }}
      beside={{
        dayOutside: "on",
        reasonNeeded: "text",
        zeroAmount: "amount",
        negativeAmount: "amount",
        badAmount: "amount",
      }}
      act={useAct("concludeOpportunity")}
      request={(fields: {
        outcome: string;
        on: string;
        amount?: string;
        text: string;
        lessons?: string;
      }) => ({
        opportunity,
        outcome: fields.outcome,
        on: fields.on,
        amount: ["won", "agreed"].includes(fields.outcome) ? fields.amount?.trim() || null : null,
        text: fields.text,
        lessons: fields.lessons?.trim() || null,
      })}
      done={texts.concluded}
      onClose={close}
    >
      <Form.Item name="outcome" label={texts.outcome} rules={[{ required: true, message: texts.needed }]}>
        <Radio.Group
          options={OUTCOMES.map((value) => ({ value, label: word(language, `dealOutcome.${value}`) }))}
        />
      </Form.Item>
      <Flex gap="middle">
        <DayItem label={texts.day} />
        <Form.Item noStyle dependencies={["outcome"]}>
          {({ getFieldValue }) =>
            ["won", "agreed"].includes(getFieldValue("outcome") as string) ? (
              <Form.Item name="amount" label={texts.deal} style={{ flex: 1 }}>
                <Input prefix="¥" inputMode="decimal" />
              </Form.Item>
            ) : null
          }
        </Form.Item>
      </Flex>
      <ReasonItem name="text" label={texts.reason} needed={texts.needed} />
      <Form.Item name="lessons" label={texts.lessons}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </ActDialog>
  );
}

export function ReopenDialog({ view: { opportunity }, close }: OfOpportunity) {
  const texts = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`opportunity.reopen.${opportunity}`}
      title={texts.reopen}
      says={texts.reopenHelp}
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
          <Input autoFocus />
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
