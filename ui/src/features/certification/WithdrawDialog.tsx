// Taking an open case back.
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

export function WithdrawDialog({ staffNo, close }: { staffNo: string; close: () => void }) {
  const texts = usePick(TEXTS).withdraw;
  return (
    <ReasonDialog
      name={`withdraw.${staffNo}`}
      title={texts.title}
      says={texts.help}
      label={texts.reason}
      danger
      act={useAct("withdrawCase")}
      request={(reason) => ({ staffNo, reason })}
      done={texts.done}
      onClose={close}
    />
  );
}
