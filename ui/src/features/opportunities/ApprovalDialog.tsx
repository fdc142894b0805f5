// What somebody else approved or refused, entered for them: commercial authority, a look at a checkpoint, taking over.
import { Form, Input, Radio } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { anothers, type BehalfFields, BehalfItems } from "../tickets/BehalfItems";
import type { OfOpportunity } from "./CourseDialogs";
import { TEXTS } from "./texts";

export type About = "authority" | "checkpoint" | "handover";

interface ApprovalDialogProps extends OfOpportunity {
  about: About;
  /** Which record, of a checkpoint. */
  number?: number;
}

interface Fields extends BehalfFields {
  on: string;
  approved: "yes" | "no";
  text?: string;
}

export function ApprovalDialog({ view: { opportunity }, about, number, close }: ApprovalDialogProps) {
  const texts = usePick(TEXTS);
  const today = useToday();
  const { title, says, who, yes, no } = texts.approvals[about];
  return (
    <ActDialog
      name={`opportunity.approve.${opportunity}.${about}.${number ?? ""}`}
      title={title}
      says={says}
      initial={{ on: today, approved: "yes" }}
      beside={{ dayOutside: "on", reasonNeeded: "text", personNeeded: "person", basisNeeded: "basis" }}
      act={useAct("approveOpportunity")}
      request={(fields: Fields) => ({
        opportunity,
        about,
        number: number ?? null,
        on: fields.on,
        approved: fields.approved === "yes",
        text: fields.text?.trim() || null,
        behalf: anothers(fields),
      })}
      done={texts.approvalDone}
      onClose={close}
    >
      <Form.Item name="approved" label={texts.approvalOutcome}>
        <Radio.Group
          options={[
            { value: "yes", label: yes },
            { value: "no", label: no },
          ]}
        />
      </Form.Item>
      <DayItem label={texts.day} />
      <BehalfItems always who={who} />
      <Form.Item name="text" label={texts.approvalText}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </ActDialog>
  );
}
