// 忘记密码: the link below the way in.
import { lazy, useState } from "react";
import { usePick } from "../../shared/pick";
import { Rich } from "../../shared/plain/rich";
import { TEXTS } from "./texts";

const RecoverDialog = lazy(() => import("./RecoverDialog"));

export function ForgotPassword({ account }: { account: () => string }) {
  const words = usePick(TEXTS).forgot;
  const [shownFor, setShownFor] = useState<string | null>(null);
  return (
    <>
      <button type="button" className="plain-link" onClick={() => setShownFor(account())}>
        {words.link}
      </button>
      {shownFor === null ? null : (
        <Rich>
          <RecoverDialog account={shownFor} close={() => setShownFor(null)} />
        </Rich>
      )}
    </>
  );
}
