// The steps of a request for a replacement, each with its form.
import { Form, Input } from "antd";
import { useMemo } from "react";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct, useRead } from "../../shared/useCase";
import { type BehalfFields, behalfOf, OnBehalfItems } from "./OnBehalfItems";
import type { Person } from "./person";
import { pathOf, ScanItem } from "./ScanItem";
import { StaffItem } from "./StaffItem";
import { TEXTS } from "./texts";

export type NextStep = "approve" | "send" | "successor";

interface AskFormProps {
  person: Pick<Person, "staffNo" | "name">;
  onClose: () => void;
}

export function AskForm({ person, onClose }: AskFormProps) {
  const words = usePick(TEXTS).replacement;
  const { staffNo, name } = person;
  return (
    <ActDialog
      name={`replacement.${staffNo}`}
      title={words.ask}
      says={words.askHelp(name)}
      danger
      act={useAct("requestReplacement")}
      request={({ reason }: { reason?: string }) => ({ staffNo, reason: pathOf(reason) })}
      done={words.asked}
      onClose={onClose}
    >
      <Form.Item name="reason" label={`${words.reason}${words.optional}`}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </ActDialog>
  );
}

interface StepFormProps {
  staffNo: string;
  number: number;
  /** The unit that asks. */
  unit: string;
  onClose: () => void;
}

export function StepForm({ step, ...about }: StepFormProps & { step: NextStep | "withdraw" }) {
  switch (step) {
    case "approve":
      return <Approve {...about} />;
    case "send":
      return <Send {...about} />;
    case "successor":
      return <Successor {...about} />;
    case "withdraw":
      return <Withdraw {...about} />;
  }
}

interface Approval extends BehalfFields {
  on: string;
  evidence?: string | null;
}

function Approve({ staffNo, number, onClose }: StepFormProps) {
  const words = usePick(TEXTS).replacement;
  const today = useToday();
  return (
    <ActDialog
      name={`approve.${staffNo}.${number}`}
      title={words.approve}
      says={words.approveHelp}
      initial={{ on: today }}
      beside={{
        dateInFuture: "on",
        datesReversed: "on",
        attachmentNeeded: "evidence",
        fileNotFound: "evidence",
        basisNeeded: "behalfBasis",
      }}
      act={useAct("approveReplacement")}
      request={(typed: Approval) => ({
        staffNo,
        number,
        on: typed.on,
        onBehalf: behalfOf(typed),
        evidence: pathOf(typed.evidence),
      })}
      done={words.approved}
      onClose={onClose}
    >
      <DayItem label={words.approvedOn} />
      <OnBehalfItems />
      <ScanItem name="evidence" label={words.proof} optional />
    </ActDialog>
  );
}

interface Dispatch {
  dispatch: string;
  on: string;
  copy?: string | null;
}

function Send({ staffNo, number, onClose }: StepFormProps) {
  const words = usePick(TEXTS).replacement;
  const texts = useTexts();
  const today = useToday();
  return (
    <ActDialog
      name={`send.${staffNo}.${number}`}
      title={words.send}
      says={words.sendHelp}
      initial={{ on: today }}
      beside={{ dateInFuture: "on", datesReversed: "on", numberNeeded: "dispatch", fileNotFound: "copy" }}
      act={useAct("sendReplacement")}
      request={({ dispatch, on, copy }: Dispatch) => ({
        staffNo,
        number,
        dispatch: dispatch.trim(),
        on,
        copy: pathOf(copy),
      })}
      done={words.sent}
      onClose={onClose}
    >
      <Form.Item
        name="dispatch"
        label={words.sentNumber}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <DayItem label={words.sentOn} />
      <ScanItem name="copy" label={words.copy} optional />
    </ActDialog>
  );
}

/** Who is announced for the unit, or on duty there. */
function Successor({ staffNo, number, unit, onClose }: StepFormProps) {
  const words = usePick(TEXTS).replacement;
  const among = useMemo(() => ({ units: [unit], here: true }), [unit]);
  const announced = useRead("announcedPeople", {});
  return (
    <ActDialog
      name={`successor.${staffNo}.${number}`}
      title={words.successor}
      says={words.successorHelp}
      beside={{ badStaffNo: "successor", successorNotThere: "successor", unknownEngineer: "successor" }}
      act={useAct("linkSuccessor")}
      request={({ successor }: { successor: string }) => ({ staffNo, number, successor })}
      done={words.linked}
      onClose={onClose}
    >
      <StaffItem
        name="successor"
        label={words.successorNo}
        hint={words.successorFind}
        needed
        except={staffNo}
        among={among}
        besides={announced.data?.filter((coming) => coming.unit === unit)}
      />
    </ActDialog>
  );
}

function Withdraw({ staffNo, number, onClose }: StepFormProps) {
  const words = usePick(TEXTS).replacement;
  return (
    <ReasonDialog
      name={`withdrawReplacement.${staffNo}.${number}`}
      title={words.withdraw}
      says={words.withdrawHelp}
      label={words.withdrawReason}
      act={useAct("withdrawReplacement")}
      request={(reason) => ({ staffNo, number, reason })}
      done={words.withdrawn}
      onClose={onClose}
    />
  );
}
