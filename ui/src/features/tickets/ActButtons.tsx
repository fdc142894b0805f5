// What may be done with a ticket now: the next step first, the rest behind it.
import { MoreOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Flex } from "antd";
import { type ComponentType, useState } from "react";
import type { TicketView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import {
  AssignDialog,
  ConsentDialog,
  type OfTicket,
  PauseDialog,
  RescheduleDialog,
  ResumeDialog,
  ReviewDialog,
} from "./CourseDialogs";
import { AcceptDialog, ConfirmDialog, DeliverDialog, RateDialog, VoidDialog } from "./EndDialogs";
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
  void: VoidDialog,
} satisfies Record<string, ComponentType<OfTicket>>;

type Doing = keyof typeof DIALOGS | "take" | "close";

/** What comes next in each state, the most likely first; the core refuses what cannot be done. */
function offered(view: TicketView): Doing[] {
  const waiting = view.missing.some(({ code }) => code === "waiting");
  const customer = view.missing.some(({ code }) => code === "customer");
  const rating = view.marks === null ? (["rate"] as const) : [];
  const wait = waiting ? (["resume"] as const) : (["pause", "reschedule"] as const);
  switch (view.state) {
    case "applied":
      return ["consent", "void"];
    case "consented":
      return ["review", "void"];
    case "unassigned":
      return ["assign", "void"];
    case "assigned":
      return ["take", "assign", ...wait, "void"];
    case "running":
      return waiting
        ? ["resume", "assign", "void"]
        : [...(customer ? (["accept"] as const) : []), "deliver", "assign", ...wait, "void"];
    case "delivered":
      return ["confirm", ...(customer ? (["accept"] as const) : [])];
    case "confirmed":
      return [
        ...(view.missing.length === 0 ? (["close"] as const) : []),
        ...rating,
        ...(customer ? (["accept"] as const) : []),
      ];
    default:
      return [];
  }
}

/** So many stand as buttons of their own. */
const SHOWN = 2;

export function ActButtons({ view }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const { message } = App.useApp();
  const may = useMay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const take = useAct("takeTicket");
  const close = useAct("closeTicket");
  if (!may("registerTicket")) return null;
  const { ticket } = view;
  const label = (one: Doing) => (one === "assign" && view.first !== null ? texts.reassign : texts[one]);
  const start = (one: Doing) => {
    if (one === "take") {
      take.mutate({ ticket }, { onSuccess: () => void message.success(texts.taken) });
    } else if (one === "close") {
      close.mutate({ ticket }, { onSuccess: () => void message.success(texts.closed) });
    } else {
      setDoing(one);
    }
  };
  const all = offered(view);
  const Dialog = doing !== null && doing !== "take" && doing !== "close" ? DIALOGS[doing] : null;
  const failed = take.error ?? close.error;
  return (
    <Flex vertical gap="small" align="flex-end" style={{ flexShrink: 0 }}>
      <Flex gap="small">
        {all.slice(0, SHOWN).map((one, place) => (
          <Button
            key={one}
            type={place === 0 ? "primary" : "default"}
            danger={one === "void"}
            loading={(one === "take" && take.isPending) || (one === "close" && close.isPending)}
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
