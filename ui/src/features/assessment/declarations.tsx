// Declarations about a month: somebody is not assessed, nobody was on duty, or the month goes back for changes.
import { App } from "antd";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { AskReason } from "./AskReason";
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
  const { message } = App.useApp();
  const declare = useAct("declareNotAssessed");
  return (
    <AskReason
      name={`notAssessed.${unit}.${month}.${row.staffNo}`}
      title={words.notAssessed}
      says={words.notAssessedHelp(row.name)}
      label={words.notAssessedWhy}
      pending={declare.isPending}
      error={declare.error}
      onClose={onClose}
      onReason={(reason, forget) =>
        declare.mutate(
          { staffNo: row.staffNo, month, reason, unit },
          {
            onSuccess: () => {
              forget();
              onClose();
              void message.success(words.notAssessedDone(row.name));
            },
          },
        )
      }
    />
  );
}

/** 本月无在岗人员. */
export function NoEngineer({ unit, month, onClose }: DeclarationProps) {
  const words = usePick(TEXTS);
  const { message } = App.useApp();
  const declare = useAct("declareNoEngineer");
  return (
    <AskReason
      name={`noEngineer.${unit}.${month}`}
      title={words.noEngineer}
      says={words.noEngineerHelp}
      label={words.reason}
      pending={declare.isPending}
      error={declare.error}
      onClose={onClose}
      onReason={(reason, forget) =>
        declare.mutate(
          { unit, month, reason },
          {
            onSuccess: () => {
              forget();
              onClose();
              void message.success(words.noEngineerDone);
            },
          },
        )
      }
    />
  );
}

/** 退回修改. */
export function Reopen({ unit, month, onClose }: DeclarationProps) {
  const words = usePick(TEXTS);
  const { message } = App.useApp();
  const reopen = useAct("reopenMonth");
  return (
    <AskReason
      name={`reopen.${unit}.${month}`}
      title={words.reopen}
      says={words.reopenHelp}
      label={words.reason}
      pending={reopen.isPending}
      error={reopen.error}
      onClose={onClose}
      onReason={(reason, forget) =>
        reopen.mutate(
          { unit, month, reason },
          {
            onSuccess: () => {
              forget();
              onClose();
              void message.success(words.reopened);
            },
          },
        )
      }
    />
  );
}
