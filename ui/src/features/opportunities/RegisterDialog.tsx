// Registering an opportunity: what is known now, the rest later.
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { BasicsItems, basicsOf, type BasicsFields, BESIDE } from "./BasicsItems";
import { TEXTS } from "./texts";
import { type Whose, WhoseItem } from "./WhoseItem";

/** What is taken over from a ticket, which belongs to the opportunity from then on. */
export interface FromTicket {
  ticket: string;
  unit: string;
  initial: Partial<BasicsFields> & { whose?: Whose; foundOn: string };
  /** Fields of the stages that are known already, as typed. */
  fields: Record<string, string>;
}

interface RegisterDialogProps {
  from?: FromTicket;
  /** With the number of the new opportunity, or null where it was given up. */
  close: (opportunity: string | null) => void;
}

export function RegisterDialog({ from, close }: RegisterDialogProps) {
  const texts = usePick(TEXTS);
  const today = useToday();
  const inView = useInView();
  const unit = from?.unit ?? inView.unit;
  return (
    <ActDialog
      name={from === undefined ? `opportunity.${unit}` : `opportunity.from.${from.ticket}`}
      title={from === undefined ? texts.register : texts.registerFrom(from.ticket)}
      okText={texts.register}
      says={from === undefined ? texts.registerHelp : texts.registerFromHelp}
      width={680}
      first="title"
      initial={{ finder: "accountManager", foundOn: today, ...from?.initial }}
      beside={{
        ...BESIDE,
        customerNeeded: "whose",
        nameLength: "whose",
        customerAmbiguous: "whose",
        unknownCustomer: "whose",
        dateInFuture: "foundOn",
      }}
      act={useAct("registerOpportunity")}
      request={({ foundOn, whose, ...basics }: BasicsFields & { foundOn: string; whose?: Whose }) => ({
        unit,
        ...basicsOf(basics),
        customer: whose?.number ?? null,
        customerName: whose?.name ?? null,
        foundOn,
        ticket: from?.ticket ?? null,
        fields: from?.fields ?? {},
      })}
      done={({ opportunity }) => {
        close(opportunity);
        return texts.registered(opportunity);
      }}
      onClose={() => close(null)}
    >
      <BasicsItems
        unit={unit}
        customer={
          <WhoseItem name="whose" label={texts.customer} unit={unit} needed extra={texts.customerHint} />
        }
      />
      <DayItem name="foundOn" label={texts.foundOn} />
    </ActDialog>
  );
}
