// Who is responsible: the two, and beside them the dispatch list with the reason why each is proposed or skipped.
import { Form } from "antd";
import { useState } from "react";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
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
  const [seen] = useState({ first, second });
  const among = { units: [unit], here: true };
  return (
    <ActDialog
      name={`ticket.assign.${ticket}`}
      title={first === null ? texts.assign : texts.reassign}
      says={texts.assignHelp}
      width={680}
      initial={{ first: first ?? undefined, second: second ?? undefined } as never}
      beside={{ secondIsFirst: "second" }}
      act={useAct("assignTicket")}
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
      <Form.Item noStyle dependencies={["first"]}>
        {({ setFieldValue }) => (
          <DispatchList
            ticket={ticket}
            order={order}
            onOrder={setOrder}
            skill={skill}
            onSkill={setSkill}
            take={(staffNo) => setFieldValue("first", staffNo)}
          />
        )}
      </Form.Item>
    </ActDialog>
  );
}
