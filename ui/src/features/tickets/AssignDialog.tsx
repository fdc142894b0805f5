// Who is responsible: the two, and beside them the dispatch list with the reason why each is proposed or skipped.
import { useQueryClient } from "@tanstack/react-query";
import { Form } from "antd";
import { useEffect, useState } from "react";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { Refused } from "../../shared/transport";
import { useAct } from "../../shared/useCase";
import { StaffItem } from "../people/StaffItem";
import { type OfTicket, TextItem } from "./CourseDialogs";
import { DispatchList, type Order } from "./DispatchList";
import { TEXTS } from "./texts";

interface Fields {
  first: string;
  second?: string;
  text?: string;
}

export function AssignDialog({ view, close }: OfTicket) {
  const texts = usePick(TEXTS);
  const { ticket, unit, first, second } = view;
  const [order, setOrder] = useState<Order>("load");
  const [skill, setSkill] = useState<string | null>(null);
  // What stood there when the dialog was opened: whoever assigns meanwhile is not overwritten.
  const [seen, setSeen] = useState({ first, second });
  const client = useQueryClient();
  const act = useAct("assignTicket");
  const { error } = act;
  // Somebody did, and the refusal says so: what holds now is read, and whoever presses again has seen it.
  const meanwhile = error instanceof Refused && error.error.code === "assignedMeanwhile";
  useEffect(() => {
    if (meanwhile) void client.invalidateQueries();
  }, [meanwhile, error, client]);
  useEffect(() => {
    if (meanwhile) setSeen({ first, second });
  }, [meanwhile, first, second]);
  const among = { units: [unit], here: true };
  return (
    <ActDialog
      name={`ticket.assign.${ticket}`}
      title={first === null ? texts.assign : texts.reassign}
      says={texts.assignHelp}
      width={680}
      initial={{ first: first ?? undefined, second: second ?? undefined } as never}
      beside={{ secondIsFirst: "second" }}
      act={act}
      request={(fields: Fields) => ({
        ticket,
        first: fields.first,
        second: fields.second ?? null,
        text: fields.text?.trim() || null,
        seen,
        inTurn: order === "turn",
        skill,
      })}
      done={texts.assigned}
      onClose={close}
    >
      <StaffItem name="first" label={texts.people.first} needed except="" among={among} />
      <StaffItem name="second" label={texts.people.second} except="" among={among} />
      {first === null ? null : <TextItem label={texts.assignReason} />}
      {/* A second field of the same name: what is chosen there is kept like what is typed. */}
      <Form.Item name="first" noStyle>
        <DispatchList ticket={ticket} order={order} onOrder={setOrder} skill={skill} onSkill={setSkill} />
      </Form.Item>
    </ActDialog>
  );
}
