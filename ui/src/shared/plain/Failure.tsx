// A refusal or failure on a plain page, told as everywhere.
import { lazy } from "react";
import { Rich } from "./rich";

const Told = lazy(() => import("../Failure").then(({ Failure }) => ({ default: Failure })));

export function Failure(props: { error: Error; retry?: () => void }) {
  return (
    <Rich>
      <Told {...props} />
    </Rich>
  );
}
