// The course of a ticket: consent, review, who is responsible, waiting, another last day.
import { Form, Input, Radio } from "antd";
import type { TicketView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { anothers, BehalfItems, type BehalfFields } from "./BehalfItems";
import { TEXTS } from "./texts";

export interface OfTicket {
  view: TicketView;
  close: () => void;
}

/** Words of an act, needed or not. */
export function TextItem({
  name = "text",
  label,
  needed = false,
}: {
  name?: string;
  label: string;
  needed?: boolean;
}) {
  const texts = usePick(TEXTS);
  return (
    <Form.Item
      name={name}
      label={label}
      rules={needed ? [{ required: true, whitespace: true, message: texts.needed }] : []}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
    </Form.Item>
  );
}

export function ConsentDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`ticket.consent.${ticket}`}
      title={texts.consent}
      says={texts.consentHelp}
      initial={{ on: today }}
      act={useAct("consentTicket")}
      request={(fields: BehalfFields & { on: string }) => ({
        ticket,
        on: fields.on,
        behalf: anothers(fields),
      })}
      done={texts.consented}
      onClose={close}
    >
      <DayItem label={texts.day} />
      <BehalfItems always who={texts.consentBy} />
    </ActDialog>
  );
}

export function ReviewDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.review.${ticket}`}
      title={texts.review}
      says={texts.reviewHelp}
      act={useAct("reviewTicket")}
      request={(fields: BehalfFields & { outcome: string; text: string }) => ({
        ticket,
        outcome: fields.outcome,
        text: fields.text,
        behalf: fields.behalf === true ? anothers(fields) : null,
      })}
      done={texts.reviewed}
      onClose={close}
    >
      <Form.Item name="outcome" label={texts.outcome} rules={[{ required: true, message: texts.needed }]}>
        <Radio.Group options={Object.entries(texts.outcomes).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <TextItem label={texts.opinion} needed />
      <BehalfItems />
    </ActDialog>
  );
}

export function PauseDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`ticket.pause.${ticket}`}
      title={texts.pause}
      says={texts.pauseHelp}
      initial={{ from: today }}
      beside={{ waitDay: "from" }}
      act={useAct("pauseTicket")}
      request={(fields: { from: string; text: string }) => ({ ticket, ...fields })}
      done={texts.paused}
      onClose={close}
    >
      <DayItem name="from" label={texts.pauseFrom} />
      <TextItem label={texts.pauseReason} needed />
    </ActDialog>
  );
}

export function ResumeDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const today = useToday();
  return (
    <ActDialog
      name={`ticket.resume.${ticket}`}
      title={texts.resume}
      initial={{ to: today }}
      beside={{ waitDay: "to" }}
      act={useAct("resumeTicket")}
      request={(fields: { to: string }) => ({ ticket, ...fields })}
      done={texts.resumed}
      onClose={close}
    >
      <DayItem name="to" label={texts.day} />
    </ActDialog>
  );
}

export function RescheduleDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.reschedule.${ticket}`}
      title={texts.reschedule}
      says={texts.rescheduleHelp}
      beside={{ dueOnDayOff: "to", dueBefore: "to", dueTooFar: "to" }}
      act={useAct("rescheduleTicket")}
      request={(fields: { to: string; text: string }) => ({ ticket, ...fields })}
      done={texts.rescheduled}
      onClose={close}
    >
      <DayItem name="to" label={texts.newDay} />
      <TextItem label={texts.rescheduleReason} needed />
    </ActDialog>
  );
}
