// Delivering, the customer's and the requester's word, rating, and closing as void.
import { Form, Radio, Rate } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { anothers, BehalfItems, type BehalfFields, behalfOf } from "./BehalfItems";
import { type OfTicket, TextItem } from "./CourseDialogs";
import { optionsOf, QUESTIONS } from "./lists";
import { TEXTS } from "./texts";

export function DeliverDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`ticket.deliver.${ticket}`}
      title={texts.deliver}
      says={texts.deliverHelp}
      initial={{ on: today }}
      beside={{ dayOutside: "on" }}
      act={useAct("deliverTicket")}
      request={(fields: { on: string; text?: string }) => ({
        ticket,
        on: fields.on,
        text: fields.text?.trim() || null,
      })}
      done={texts.delivered}
      onClose={close}
    >
      <DayItem label={texts.day} />
      <TextItem label={texts.deliverText} />
    </ActDialog>
  );
}

export function AcceptDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`ticket.accept.${ticket}`}
      title={texts.accept}
      says={texts.acceptHelp}
      initial={{ on: today }}
      beside={{ dayOutside: "on", basisNeeded: "basis" }}
      act={useAct("acceptForCustomer")}
      request={(fields: BehalfFields & { on: string }) => ({
        ticket,
        on: fields.on,
        behalf: anothers(fields),
      })}
      done={texts.accepted}
      onClose={close}
    >
      <DayItem label={texts.day} />
      <BehalfItems always who={texts.acceptBy} />
    </ActDialog>
  );
}

export function ConfirmDialog({ view: { ticket, isRequester, requesterName }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.confirm.${ticket}`}
      title={texts.confirm}
      says={texts.confirmHelp}
      initial={{ accepted: true, behalf: !isRequester, ...(requesterName ? { person: requesterName } : {}) }}
      beside={{ basisNeeded: "basis" }}
      act={useAct("confirmTicket")}
      request={(fields: BehalfFields & { accepted: boolean; text?: string }) => ({
        ticket,
        accepted: fields.accepted,
        text: fields.text?.trim() || null,
        behalf: behalfOf(fields),
      })}
      done={texts.confirmed}
      onClose={close}
    >
      <Form.Item name="accepted" label={texts.outcome}>
        <Radio.Group
          options={[
            { value: true, label: texts.confirmYes },
            { value: false, label: texts.confirmNo },
          ]}
        />
      </Form.Item>
      <TextItem label={texts.confirmText} />
      <BehalfItems />
    </ActDialog>
  );
}

export function RateDialog({ view: { ticket, isRequester, requesterName }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  return (
    <ActDialog
      name={`ticket.rate.${ticket}`}
      title={texts.rate}
      says={texts.rateHelp}
      initial={{ behalf: !isRequester, ...(requesterName ? { person: requesterName } : {}) }}
      beside={{ basisNeeded: "basis" }}
      act={useAct("rateTicket")}
      request={(fields: BehalfFields & { marks: Record<string, number>; text?: string }) => ({
        ticket,
        marks: fields.marks,
        text: fields.text?.trim() || null,
        behalf: behalfOf(fields),
      })}
      done={texts.rated}
      onClose={close}
    >
      {optionsOf(language, "ratingQuestion", QUESTIONS).map(({ value: question, label }) => (
        <Form.Item
          key={question}
          name={["marks", question]}
          label={label}
          rules={[{ required: true, message: texts.needed }]}
          style={{ marginBlockEnd: 8 }}
        >
          <Rate />
        </Form.Item>
      ))}
      <TextItem label={texts.confirmText} />
      <BehalfItems />
    </ActDialog>
  );
}

export function VoidDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.void.${ticket}`}
      title={texts.void}
      says={texts.voidHelp}
      danger
      act={useAct("voidTicket")}
      request={(fields: { text: string }) => ({ ticket, text: fields.text })}
      done={texts.voided}
      onClose={close}
    >
      <TextItem label={texts.voidText} needed />
    </ActDialog>
  );
}
