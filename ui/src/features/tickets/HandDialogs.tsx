// Who answers for a ticket: put off, passed to the second and back, a third approved.
import { Flex, Form, Input, Radio } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { StaffItem } from "../people/StaffItem";
import { BehalfItems, type BehalfFields, behalfOf } from "./BehalfItems";
import { type OfTicket, TextItem } from "./CourseDialogs";
import { TEXTS } from "./texts";

function ChoiceItem({ name, label, words }: { name: string; label: string; words: Record<string, string> }) {
  const texts = usePick(TEXTS);
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: texts.needed }]}>
      <Radio.Group options={Object.entries(words).map(([value, word]) => ({ value, label: word }))} />
    </Form.Item>
  );
}

export function AskPostponementDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.postpone.${ticket}`}
      title={texts.askPostponement}
      says={texts.askPostponementHelp}
      beside={{ dayOutside: "freeOn", dueOnDayOff: "to", dueBefore: "to", dueTooFar: "to" }}
      act={useAct("askPostponement")}
      request={(fields: { freeOn: string; to: string; text: string }) => ({ ticket, ...fields })}
      done={texts.postponementAsked}
      onClose={close}
    >
      <Flex gap="middle">
        <DayItem name="freeOn" label={texts.freeOn} />
        <DayItem name="to" label={texts.newDay} />
      </Flex>
      <TextItem label={texts.busyWith} needed />
    </ActDialog>
  );
}

export function AnswerPostponementDialog({ view, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const { ticket, isRequester, requesterName, hands } = view;
  const asked = hands.postponement;
  return (
    <ActDialog
      name={`ticket.postponed.${ticket}`}
      title={texts.answerPostponement}
      says={asked === null ? undefined : texts.postponementSays(asked.freeOn, asked.to)}
      initial={{ behalf: !isRequester, ...(requesterName ? { person: requesterName } : {}) }}
      beside={{ basisNeeded: "basis" }}
      act={useAct("answerPostponement")}
      request={(fields: BehalfFields & { answer: string; text?: string }) => ({
        ticket,
        answer: fields.answer,
        text: fields.text?.trim() || null,
        behalf: behalfOf(fields),
      })}
      done={texts.postponementAnswered}
      onClose={close}
    >
      <ChoiceItem name="answer" label={texts.answer} words={texts.answers} />
      <TextItem label={texts.confirmText} />
      <BehalfItems />
    </ActDialog>
  );
}

export function PassOnDialog({ view, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const today = useToday();
  const { ticket, secondName, hands } = view;
  const urgent = hands.postponement?.answer === "urgent";
  return (
    <ActDialog
      name={`ticket.pass.${ticket}`}
      title={texts.passOn}
      says={texts.passOnHelp(secondName ?? "")}
      initial={{ from: today, by: urgent ? "first" : "requester" }}
      beside={{ dayOutside: "until", askToPostponeFirst: "by" }}
      act={useAct("passIncident")}
      request={(fields: { by: string; content: string; scope: string; from: string; until: string }) => ({
        ticket,
        ...fields,
      })}
      done={texts.passedOn}
      onClose={close}
    >
      <ChoiceItem name="by" label={texts.passedBy} words={texts.passedBys} />
      <TextItem name="content" label={texts.content} needed />
      <Flex gap="middle">
        <DayItem name="from" label={texts.passFrom} />
        <DayItem name="until" label={texts.passUntil} />
      </Flex>
      <TextItem name="scope" label={texts.scope} needed />
    </ActDialog>
  );
}

export function RefuseIncidentDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.refuse.${ticket}`}
      title={texts.refuseIncident}
      says={texts.refuseIncidentHelp}
      act={useAct("refuseIncident")}
      request={(fields: { text: string }) => ({ ticket, text: fields.text })}
      done={texts.incidentRefused}
      onClose={close}
    >
      <TextItem label={texts.explanation} needed />
    </ActDialog>
  );
}

export function ReturnIncidentDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.return.${ticket}`}
      title={texts.returnIncident}
      says={texts.returnIncidentHelp}
      initial={{ toldBy: "phone" }}
      act={useAct("returnIncident")}
      request={(fields: { toldBy: string; text: string }) => ({ ticket, ...fields })}
      done={texts.incidentReturned}
      onClose={close}
    >
      <ChoiceItem name="toldBy" label={texts.toldBy} words={texts.toldBys} />
      <TextItem label={texts.outcomeNote} needed />
    </ActDialog>
  );
}

export function ApproveThirdDialog({ view: { ticket, unit }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.third.${ticket}`}
      title={texts.approveThird}
      says={texts.approveThirdHelp}
      beside={{
        thirdNotNeeded: "staffNo",
        notServing: "staffNo",
        basisNeeded: "basis",
        approvedAlready: "post",
      }}
      act={useAct("approveThird")}
      request={(fields: BehalfFields & { staffNo: string; post: string; text?: string }) => ({
        ticket,
        staffNo: fields.staffNo,
        post: fields.post,
        text: fields.text?.trim() || null,
        behalf: behalfOf(fields),
      })}
      done={texts.thirdApproved}
      onClose={close}
    >
      <StaffItem name="staffNo" label={texts.third} needed except="" among={{ units: [unit], here: true }} />
      <ChoiceItem name="post" label={texts.approver} words={texts.posts} />
      <Form.Item name="text" label={texts.opinion}>
        <Input />
      </Form.Item>
      <BehalfItems />
    </ActDialog>
  );
}
