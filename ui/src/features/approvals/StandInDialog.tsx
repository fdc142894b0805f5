// 代理: who may give a seat's opinion beside its holder, for a time.
import { Flex, Form, Input, Select } from "antd";
import type { DocumentApprovalView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct, useRead } from "../../shared/useCase";
import { candidateOptions } from "./candidates";
import { SeatItem } from "./SeatItem";
import { TEXTS } from "./texts";

interface Fields {
  seat: number;
  account: string;
  from: string;
  to?: string | null;
  text?: string;
}

export function StandInDialog({ approval, close }: { approval: DocumentApprovalView; close: () => void }) {
  const texts = usePick(TEXTS);
  const today = useToday();
  const act = useAct("nameStandIn");
  const { document } = approval;
  const candidates = useRead("approvalForm", { document }).data?.candidates ?? [];
  const seats = approval.stages.flatMap((stage) => stage.seats).filter((seat) => seat.mayName);
  return (
    <ActDialog<Fields, Parameters<typeof act.mutate>[0], unknown>
      name={`approval.standIn.${document}`}
      title={texts.nameStandIn}
      says={texts.standInSays}
      initial={{ seat: seats[0]?.number ?? 0, from: today, text: "" }}
      beside={{
        seatTwice: "account",
        seatNotSecond: "account",
        seatCannotRead: "account",
        datesReversed: "to",
      }}
      act={act}
      request={({ seat, account, from, to, text }) => ({
        document,
        seat,
        account,
        from,
        to: to ?? null,
        text: text?.trim() ?? "",
      })}
      done={texts.standInDone}
      onClose={close}
    >
      <SeatItem seats={seats} />
      <Form.Item name="account" label={texts.standInWho} rules={[{ required: true, message: texts.needed }]}>
        <Select showSearch={{ optionFilterProp: "label" }} options={candidateOptions(candidates)} />
      </Form.Item>
      <Flex gap="middle">
        <DayItem name="from" label={texts.from} />
        <DayItem name="to" label={texts.until} optional />
      </Flex>
      <Form.Item name="text" label={texts.reason}>
        <Input maxLength={200} />
      </Form.Item>
    </ActDialog>
  );
}
