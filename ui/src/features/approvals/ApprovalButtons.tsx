// What may be done with an approval by whoever looks at it.
import { Button, Flex } from "antd";
import { useState } from "react";
import type { DocumentApprovalView, DocumentView } from "../../bindings/bindings";
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { FurtherDialog } from "./FurtherDialog";
import { OpinionDialog } from "./OpinionDialog";
import { RecordDialog } from "./RecordDialog";
import { RemindDialog } from "./RemindDialog";
import { StandInDialog } from "./StandInDialog";
import { SubmitDialog } from "./SubmitDialog";
import { TEXTS } from "./texts";

type Asked = "agree" | "sendBack" | "further" | "standIn" | "record" | "remind" | "withdraw";

export function SubmitButton({ view, again }: { view: DocumentView; again: boolean }) {
  const texts = usePick(TEXTS);
  const [asked, setAsked] = useState(false);
  const toAnother = view.line.outBy !== null && !view.outToMe;
  return (
    <>
      <Button size="small" disabled={toAnother} onClick={() => setAsked(true)}>
        {again ? texts.submitAgain : texts.submit}
      </Button>
      {asked ? <SubmitDialog view={view} close={() => setAsked(false)} /> : null}
    </>
  );
}

export function ApprovalButtons({ approval }: { approval: DocumentApprovalView }) {
  const texts = usePick(TEXTS);
  const [asked, setAsked] = useState<Asked | null>(null);
  const withdraw = useAct("withdrawApproval");
  const close = () => setAsked(null);
  const { document, mine, mayRecord, mayRemind, mayWithdraw } = approval;
  const seats = approval.stages.flatMap((stage) => stage.seats);
  const publishes = approval.stages.some(
    (stage) => stage.kind === "publish" && stage.seats.some((seat) => seat.mine),
  );
  const mayName = seats.some((seat) => seat.mayName);
  if (!mine && !mayRecord && !mayRemind && !mayWithdraw && !mayName) return null;
  const button = (key: Asked, label: string, main = false) => (
    <Button
      key={key}
      size="small"
      {...(main ? { type: "primary" as const } : {})}
      onClick={() => setAsked(key)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <Flex wrap gap="small">
        {mine ? button("agree", publishes ? texts.publish : texts.agree, true) : null}
        {mine ? button("sendBack", texts.sendBack) : null}
        {mine ? button("further", texts.ask) : null}
        {mayName ? button("standIn", texts.nameStandIn) : null}
        {mayRecord ? button("record", texts.record) : null}
        {mayRemind ? button("remind", texts.remind) : null}
        {mayWithdraw ? button("withdraw", texts.withdraw) : null}
      </Flex>
      {asked === "agree" ? (
        <OpinionDialog approval={approval} agrees publishes={publishes} close={close} />
      ) : null}
      {asked === "sendBack" ? (
        <OpinionDialog approval={approval} agrees={false} publishes={false} close={close} />
      ) : null}
      {asked === "further" ? <FurtherDialog document={document} close={close} /> : null}
      {asked === "standIn" ? <StandInDialog approval={approval} close={close} /> : null}
      {asked === "record" ? <RecordDialog approval={approval} close={close} /> : null}
      {asked === "remind" ? <RemindDialog document={document} close={close} /> : null}
      {asked === "withdraw" ? (
        <ReasonDialog
          name={`approval.withdraw.${document}`}
          title={texts.withdraw}
          says={texts.withdrawSays}
          label={texts.reason}
          danger
          act={withdraw}
          request={(reason) => ({ document, reason })}
          done={texts.withdrawDone}
          onClose={close}
        />
      ) : null}
    </>
  );
}
