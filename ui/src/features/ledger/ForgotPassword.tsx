// 忘记密码: the link below the way in.
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

const RecoverDialog = lazy(() => import("./RecoverDialog"));

export function ForgotPassword({ account }: { account: () => string }) {
  const words = usePick(TEXTS).forgot;
  const [shownFor, setShownFor] = useState<string | null>(null);
  return (
    <>
      <Button type="link" style={{ paddingInline: 0 }} onClick={() => setShownFor(account())}>
        {words.link}
      </Button>
      {shownFor === null ? null : (
        <Suspense fallback={null}>
          <RecoverDialog account={shownFor} close={() => setShownFor(null)} />
        </Suspense>
      )}
    </>
  );
}
