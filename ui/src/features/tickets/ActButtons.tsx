// What may be done with a ticket now: the next step first, the rest behind it.
import { MoreOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Flex } from "antd";
import { type ComponentType, useState } from "react";
import type { TicketView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { AssignDialog } from "./AssignDialog";
import {
  ConsentDialog,
  type OfTicket,
  PauseDialog,
  RescheduleDialog,
  ResumeDialog,
  ReviewDialog,
} from "./CourseDialogs";
import { AcceptDialog, ConfirmDialog, DeliverDialog, RateDialog, VoidDialog } from "./EndDialogs";
import {
  AnswerPostponementDialog,
  ApproveThirdDialog,
  AskPostponementDialog,
  PassOnDialog,
  RefuseIncidentDialog,
  ReturnIncidentDialog,
} from "./HandDialogs";
import { AnswerHelpDialog, AskHelpDialog, ChangeDemandDialog, CopiesDialog } from "./HelpDialogs";
import { TEXTS } from "./texts";

const DIALOGS = {
  consent: ConsentDialog,
  review: ReviewDialog,
  assign: AssignDialog,
  pause: PauseDialog,
  resume: ResumeDialog,
  reschedule: RescheduleDialog,
  deliver: DeliverDialog,
  accept: AcceptDialog,
  confirm: ConfirmDialog,
  rate: RateDialog,
  askPostponement: AskPostponementDialog,
  answerPostponement: AnswerPostponementDialog,
  passOn: PassOnDialog,
  refuseIncident: RefuseIncidentDialog,
  returnIncident: ReturnIncidentDialog,
  approveThird: ApproveThirdDialog,
  changeDemand: ChangeDemandDialog,
  askHelp: AskHelpDialog,
  answerHelp: AnswerHelpDialog,
  setCopies: CopiesDialog,
  void: VoidDialog,
} satisfies Record<string, ComponentType<OfTicket>>;

type Doing = keyof typeof DIALOGS | "take" | "takeIncident" | "close";

/** So many stand as buttons of their own. */
const SHOWN = 2;

export function ActButtons({ view }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const { message } = App.useApp();
  const [doing, setDoing] = useState<Doing | null>(null);
  const take = useAct("takeTicket");
  const takeIncident = useAct("takeIncident");
  const close = useAct("closeTicket");
  const { ticket } = view;
  const label = (one: Doing) => (one === "assign" && view.first !== null ? texts.reassign : texts[one]);
  const start = (one: Doing) => {
    if (one === "take") {
      take.mutate({ ticket }, { onSuccess: () => void message.success(texts.taken) });
    } else if (one === "takeIncident") {
      takeIncident.mutate({ ticket }, { onSuccess: () => void message.success(texts.incidentTaken) });
    } else if (one === "close") {
      close.mutate({ ticket }, { onSuccess: () => void message.success(texts.closed) });
    } else {
      setDoing(one);
    }
  };
  const all = view.offered as Doing[];
  const Dialog =
    doing !== null && doing !== "take" && doing !== "takeIncident" && doing !== "close"
      ? DIALOGS[doing]
      : null;
  if (all.length === 0) return null;
  const failed = take.error ?? takeIncident.error ?? close.error;
  return (
    <Flex vertical gap="small" align="flex-end" style={{ flexShrink: 0 }}>
      <Flex gap="small">
        {all.slice(0, SHOWN).map((one, place) => (
          <Button
            key={one}
            type={place === 0 ? "primary" : "default"}
            danger={one === "void"}
            loading={[take, takeIncident, close].some(({ isPending }) => isPending) && !(one in DIALOGS)}
            onClick={() => start(one)}
          >
            {label(one)}
          </Button>
        ))}
        {all.length > SHOWN ? (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: all.slice(SHOWN).map((one) => ({ key: one, label: label(one), danger: one === "void" })),
              onClick: ({ key }) => start(key as Doing),
            }}
          >
            <Button icon={<MoreOutlined aria-hidden />} aria-label={texts.more} />
          </Dropdown>
        ) : null}
      </Flex>
      {failed === null ? null : <Failure error={failed} />}
      {Dialog === null ? null : <Dialog view={view} close={() => setDoing(null)} />}
    </Flex>
  );
}
