// Between the backup plan as the program tells it and the form that changes it.
import type { BackupPlanView, SetBackupPlan } from "../../bindings/bindings";

export interface PlanFields {
  first?: string;
  second?: string;
  rhythm: SetBackupPlan["rhythm"];
  onClosing: boolean;
  keep: number;
}

/** What the form begins with; where there is no plan yet, with what is advised. */
export function fieldsOf(plan: BackupPlanView): PlanFields {
  const folder = (place: string) => plan.places.find((found) => found.place === place)?.folder ?? "";
  const fresh = plan.places.length === 0;
  return {
    first: folder("first"),
    second: folder("second"),
    rhythm: fresh ? "daily" : plan.rhythm,
    onClosing: fresh || plan.onClosing,
    keep: plan.keep,
  };
}

export function requestOf(fields: PlanFields): SetBackupPlan {
  const given = (folder: string | undefined) => {
    const text = folder?.trim() ?? "";
    return text === "" ? null : text;
  };
  return {
    first: given(fields.first),
    second: given(fields.second),
    rhythm: fields.rhythm,
    onClosing: fields.onClosing,
    keep: fields.keep,
  };
}
