// The acts on a paper copy: where it lies, lending it, taking it back.
import { Form, Input } from "antd";
import type { DocumentView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Place {
  place: string;
  keeper: string;
}

export function PlaceDialog({ view, close }: { view: DocumentView; close: () => void }) {
  const texts = usePick(TEXTS);
  const act = useAct("placeDocument");
  const { document } = view.line;
  return (
    <ActDialog<Place, Parameters<typeof act.mutate>[0], unknown>
      name={`document.place.${document}`}
      title={texts.placeTitle}
      initial={{ place: view.place?.place ?? "", keeper: view.place?.keeper ?? "" }}
      act={act}
      request={({ place, keeper }) => ({ document, place, keeper })}
      done={texts.placeDone}
      onClose={close}
    >
      <Form.Item name="place" label={texts.placeItem} extra={texts.placeHelp}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="keeper" label={texts.keeper}>
        <Input maxLength={50} />
      </Form.Item>
    </ActDialog>
  );
}

interface Loan {
  to: string;
  on?: string | null;
  due: string;
  note: string;
}

export function LendDialog({ document, close }: { document: string; close: () => void }) {
  const texts = usePick(TEXTS);
  const act = useAct("lendDocument");
  return (
    <ActDialog<Loan, Parameters<typeof act.mutate>[0], unknown>
      name={`document.lend.${document}`}
      title={texts.lendTitle}
      initial={{ to: "", note: "" }}
      beside={{ personNeeded: "to", dueBeforeLent: "due", dateInFuture: "on" }}
      act={act}
      request={({ to, on, due, note }) => ({ document, to, on: on ?? null, due, note })}
      done={texts.lendDone}
      onClose={close}
    >
      <Form.Item
        name="to"
        label={texts.lendTo}
        rules={[{ required: true, whitespace: true, message: texts.lendToNeeded }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <DayItem name="on" label={texts.lendOn} optional />
      <DayItem name="due" label={texts.lendDue} />
      <Form.Item name="note" label={texts.lendNote}>
        <Input maxLength={200} />
      </Form.Item>
    </ActDialog>
  );
}

export function ReturnDialog({ document, close }: { document: string; close: () => void }) {
  const texts = usePick(TEXTS);
  const act = useAct("returnDocument");
  return (
    <ActDialog<{ on?: string | null }, Parameters<typeof act.mutate>[0], unknown>
      name={`document.return.${document}`}
      title={texts.giveBackTitle}
      beside={{ dueBeforeLent: "on", dateInFuture: "on" }}
      act={act}
      request={({ on }) => ({ document, on: on ?? null })}
      done={texts.giveBackDone}
      onClose={close}
    >
      <DayItem name="on" label={texts.returnedOn} optional />
    </ActDialog>
  );
}
