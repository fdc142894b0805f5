// A quiet line above the screen: a backup in the background failed, and why.
import { Alert, Button } from "antd";
import { useNavigate } from "react-router";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { message as sentence } from "../../shared/words";
import { TEXTS } from "./texts";
import { useDueBackups } from "./useDueBackups";

export function BackupFailed() {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const may = useMay();
  const navigate = useNavigate();
  const [first] = useDueBackups();
  if (first === undefined) return null;
  return (
    <Alert
      banner
      closable
      type="warning"
      title={`${texts.failed}${marks.colon}${sentence(language, first.code, first.params)}`}
      action={
        may("backupPlan") ? (
          <Button size="small" type="link" onClick={() => void navigate("/settings/backup")}>
            {texts.see}
          </Button>
        ) : null
      }
    />
  );
}
