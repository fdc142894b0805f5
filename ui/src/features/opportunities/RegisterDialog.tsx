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

interface RegisterDialogProps {
  /** With the number of the new opportunity, or null where it was given up. */
  close: (opportunity: string | null) => void;
}

export function RegisterDialog({ close }: RegisterDialogProps) {
  const texts = usePick(TEXTS);
  const today = useToday();
  const { unit } = useInView();
  return (
    <ActDialog
      name={`opportunity.${unit}`}
      title={texts.register}
      says={texts.registerHelp}
      width={680}
      initial={{ finder: "accountManager", foundOn: today }}
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
        fields: {},
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
