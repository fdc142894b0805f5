// A customer that was registered by mistake is struck; one that is another is merged into it.
import type { CustomerView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { ReasonItem } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { CustomerNoItem } from "./CustomerNoItem";
import { TEXTS } from "./texts";

export function StrikeCustomerDialog({ view, close }: { view: CustomerView; close: () => void }) {
  const texts = usePick(TEXTS);
  return (
    <ActDialog
      name={`customer.strike.${view.customer}`}
      title={texts.strike}
      says={texts.strikeHelp}
      danger
      beside={{ reasonNeeded: "reason", unknownCustomer: "into", customerInUse: "into" }}
      act={useAct("strikeCustomer")}
      request={({ into, reason }: { into?: string | null; reason: string }) => ({
        customer: view.customer,
        into: into ?? null,
        reason,
      })}
      done={texts.strikeDone}
      onClose={close}
    >
      <CustomerNoItem name="into" label={texts.strikeInto} unit={view.unit} known={null} />
      <ReasonItem name="reason" label={texts.strikeReason} needed={texts.needed} />
    </ActDialog>
  );
}
