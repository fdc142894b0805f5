// Declarations about a month: somebody is not assessed, nobody was on duty, or the month goes back for changes.
import { ReasonDialog } from "../../shared/act/ReasonDialog";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import type { Row } from "./sheet";
import { TEXTS } from "./texts";

/** Drawn only while it is asked for. */
interface DeclarationProps {
  unit: string;
  month: string;
  onClose: () => void;
}

/** 本月不考核此人. */
export function NotAssessed({ unit, month, row, onClose }: DeclarationProps & { row: Row }) {
  const words = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`notAssessed.${unit}.${month}.${row.staffNo}`}
      title={words.notAssessed}
      says={words.notAssessedHelp(row.name)}
      label={words.notAssessedWhy}
      act={useAct("declareNotAssessed")}
      request={(reason) => ({ staffNo: row.staffNo, month, reason, unit })}
      done={words.notAssessedDone(row.name)}
      onClose={onClose}
    />
  );
}

/** 本月无在岗人员. */
export function NoEngineer({ unit, month, onClose }: DeclarationProps) {
  const words = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`noEngineer.${unit}.${month}`}
      title={words.noEngineer}
      says={words.noEngineerHelp}
      label={words.reason}
      act={useAct("declareNoEngineer")}
      request={(reason) => ({ unit, month, reason })}
      done={words.noEngineerDone}
      onClose={onClose}
    />
  );
}

/** 退回修改. */
export function Reopen({ unit, month, onClose }: DeclarationProps) {
  const words = usePick(TEXTS);
  return (
    <ReasonDialog
      name={`reopen.${unit}.${month}`}
      title={words.reopen}
      says={words.reopenHelp}
      label={words.reason}
      act={useAct("reopenMonth")}
      request={(reason) => ({ unit, month, reason })}
      done={words.reopened}
      onClose={onClose}
    />
  );
}
