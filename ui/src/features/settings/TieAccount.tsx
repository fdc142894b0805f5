// Which engineer an engineer's account is.
import type { AccountView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { StaffItem } from "../people/StaffItem";
import { TEXTS } from "./texts";

interface Fields {
  staffNo: string;
}

export function TieAccount({ view, close }: { view: AccountView; close: () => void }) {
  const texts = usePick(TEXTS).accounts;
  return (
    <ActDialog
      name={`tieAccount.${view.account}`}
      title={texts.tie}
      says={texts.tieHelp(view.name, view.staffNo)}
      beside={{ engineerHasAccount: "staffNo", unknownEngineer: "staffNo" }}
      act={useAct("tieAccount")}
      request={(fields: Fields) => ({ account: view.account, staffNo: fields.staffNo })}
      done={texts.tied}
      onClose={close}
    >
      <StaffItem name="staffNo" label={texts.staffNo} except={view.staffNo ?? ""} needed />
    </ActDialog>
  );
}
