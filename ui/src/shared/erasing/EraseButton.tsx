// 删除个人信息, beside what is kept of somebody: with the reason, for good.
import { Button } from "antd";
import { useState } from "react";
import { ReasonDialog } from "../act/ReasonDialog";
import { usePick } from "../pick";
import { useMay } from "../session";
import { useAct } from "../useCase";
import { TEXTS } from "./texts";

interface EraseButtonProps {
  /** Under which the data are kept; no button where null. */
  subject: string | null;
  /** Whose or what, as the page calls it. */
  name: string;
}

export function EraseButton({ subject, name }: EraseButtonProps) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (subject === null || !may("erasePersonal")) return null;
  return (
    <>
      <Button
        size="small"
        type="text"
        danger
        aria-label={texts.eraseOf(name)}
        onClick={() => setAsking(true)}
      >
        {texts.erase}
      </Button>
      {asking ? <EraseDialog subject={subject} name={name} close={() => setAsking(false)} /> : null}
    </>
  );
}

function EraseDialog({ subject, name, close }: { subject: string; name: string; close: () => void }) {
  const texts = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`erase.${subject}`}
      title={texts.eraseOf(name)}
      says={texts.says}
      okText={texts.erase}
      label={texts.reason}
      danger
      act={useAct("erasePersonal")}
      request={(reason) => ({ subject, reason })}
      done={texts.done}
      onClose={close}
    />
  );
}
