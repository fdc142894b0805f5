// A changed demand, what others are asked, and who gets copies.
import { Checkbox, Flex, Form, Input, Radio, Select } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { anothers, BehalfItems, type BehalfFields, behalfOf } from "./BehalfItems";
import { type OfTicket, TextItem } from "./CourseDialogs";
import { FileItem } from "./FileItem";
import { TEXTS } from "./texts";

export function ChangeDemandDialog({ view: { ticket, isRequester, requesterName }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.demand.${ticket}`}
      title={texts.changeDemand}
      says={texts.changeDemandHelp}
      initial={{ again: false, behalf: !isRequester, ...(requesterName ? { person: requesterName } : {}) }}
      beside={{ basisNeeded: "basis", applicationNeeded: "file" }}
      act={useAct("changeDemand")}
      request={(fields: BehalfFields & { text: string; again: boolean; file?: string }) => ({
        ticket,
        text: fields.text,
        again: fields.again,
        file: fields.file || null,
        behalf: behalfOf(fields),
      })}
      done={texts.demandChanged}
      onClose={close}
    >
      <TextItem label={texts.demandText} needed />
      <Form.Item name="again" valuePropName="checked">
        <Checkbox>{texts.demandAgain}</Checkbox>
      </Form.Item>
      <FileItem label={texts.demandFile} />
      <BehalfItems />
    </ActDialog>
  );
}

export function AskHelpDialog({ view: { ticket }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.help.${ticket}`}
      title={texts.askHelp}
      says={texts.askHelpHelp}
      initial={{ from: "department" }}
      beside={{ departmentNeeded: "department" }}
      act={useAct("askHelp")}
      request={(fields: { from: string; department?: string; text: string; file?: string }) => ({
        ticket,
        from: fields.from,
        department: fields.department?.trim() || null,
        text: fields.text,
        file: fields.file || null,
      })}
      done={texts.helpAsked}
      onClose={close}
    >
      <Form.Item name="from" label={texts.helpFrom}>
        <Radio.Group options={Object.entries(texts.helpFroms).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={["from"]}>
        {({ getFieldValue }) =>
          getFieldValue("from") === "department" ? (
            <Form.Item name="department" label={texts.department}>
              <Input maxLength={60} />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <TextItem label={texts.helpText} needed />
      <FileItem label={texts.helpFile} />
    </ActDialog>
  );
}

/** The request that is answered: the chosen one while it is open, else the first that is. What a draft kept may be answered. */
export function openHelp(open: { number: number }[], chosen: number | undefined): number {
  return open.find(({ number }) => number === chosen)?.number ?? open[0]?.number ?? 1;
}

export function AnswerHelpDialog({ view: { ticket, hands }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const today = useToday();
  const open = hands.helps.filter(({ answeredOn }) => answeredOn === null);
  const named = ({ number, from, department }: (typeof open)[number]) =>
    `${number} ${from === "research" ? texts.helpFroms.research : (department ?? "")}`;
  return (
    <ActDialog
      name={`ticket.helped.${ticket}`}
      title={texts.answerHelp}
      says={texts.answerHelpHelp}
      initial={{ help: openHelp(open, undefined), solved: true, on: today, toldOn: today }}
      beside={{ basisNeeded: "basis", dayOutside: "on" }}
      act={useAct("answerHelp")}
      request={(
        fields: BehalfFields & {
          help?: number;
          solved: boolean;
          on: string;
          toldOn: string;
          text: string;
          file?: string;
        },
      ) => ({
        ticket,
        help: openHelp(open, fields.help),
        solved: fields.solved,
        on: fields.on,
        toldOn: fields.toldOn,
        text: fields.text,
        file: fields.file || null,
        behalf: anothers(fields),
      })}
      done={texts.helpAnswered}
      onClose={close}
    >
      {open.length > 1 ? (
        <Form.Item
          name="help"
          label={texts.helpFrom}
          getValueProps={(chosen?: number) => ({ value: openHelp(open, chosen) })}
        >
          <Select options={open.map((help) => ({ value: help.number, label: named(help) }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="solved" label={texts.outcome}>
        <Radio.Group
          options={[
            { value: true, label: texts.helpSolved },
            { value: false, label: texts.helpUnsolved },
          ]}
        />
      </Form.Item>
      <TextItem label={texts.helpAnswer} needed />
      <Flex gap="middle">
        <DayItem label={texts.day} />
        <DayItem name="toldOn" label={texts.helpToldOn} />
      </Flex>
      <FileItem label={texts.recordFile} />
      <BehalfItems always who={texts.behalfPerson} />
    </ActDialog>
  );
}

export function CopiesDialog({ view: { ticket, hands }, close }: OfTicket) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`ticket.copies.${ticket}`}
      title={texts.setCopies}
      says={texts.setCopiesHelp}
      initial={{ names: hands.copies ?? "" }}
      act={useAct("setTicketCopies")}
      request={(fields: { names?: string }) => ({ ticket, names: fields.names ?? "" })}
      done={texts.copiesSet}
      onClose={close}
    >
      <TextItem name="names" label={texts.copies} />
    </ActDialog>
  );
}
