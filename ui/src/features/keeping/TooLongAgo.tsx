// Too many days without a copy on another disk: said where one looks, with the way to mend it.
import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { usePick } from "../../shared/pick";
import { useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

export function TooLongAgo({ days, action }: { days: number; action?: ReactNode }) {
  const texts = usePick(TEXTS).warning;
  return <Alert type="warning" showIcon title={texts.title(days)} description={texts.help} action={action} />;
}

/** For the workbench: nothing while all is well. */
export function BackupReminder() {
  const texts = usePick(TEXTS).warning;
  const navigate = useNavigate();
  const plan = useRead("backupPlan", { look: false });
  if (plan.data?.warned !== true) return null;
  return (
    <TooLongAgo
      days={plan.data.daysWithoutSecond}
      action={<Button onClick={() => void navigate("/settings/backup")}>{texts.go}</Button>}
    />
  );
}
