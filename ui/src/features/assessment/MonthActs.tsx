// What can be done with a month: submit what was typed, review and close it, return it for changes.
import { App, Button, Space, Tooltip } from "antd";
import { type ReactNode, useState } from "react";
import type { ScoreInput, UnitMonthView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { Reopen } from "./declarations";
import { ExcelMenu } from "./ExcelMenu";
import { TEXTS } from "./texts";

/** What stands ready to be submitted, or why nothing does. */
export interface Ready {
  rows: ScoreInput[];
  /** How many of them have full marks. */
  full: number;
  /** Why it cannot be submitted yet. */
  why: string | null;
}

interface MonthActsProps {
  view: UnitMonthView;
  unitName: string;
  /** Absent where nobody is to be scored here by this account. */
  ready: Ready | null;
  /** Before submitting: the draft is kept as it stands. After: it is forgotten. */
  keepDraft: () => Promise<void>;
  forgetDraft: () => Promise<void>;
  onError: (failure: ReactNode) => void;
}

export function MonthActs({ view, unitName, ready, keepDraft, forgetDraft, onError }: MonthActsProps) {
  const words = usePick(TEXTS);
  const may = useMay();
  const { message, modal } = App.useApp();
  const { unit, month, state } = view;
  const record = useAct("recordAssessments");
  const close = useAct("closeMonth");
  const [returning, setReturning] = useState(false);

  const failed = (error: Error) => onError(<Failure error={error} />);
  const submit = async ({ rows, full }: Ready) => {
    const sure = await modal.confirm({
      title: words.submitAsk(unitName, words.monthLong(month)),
      content: words.submitHelp(rows.length, full),
      okText: words.submit,
      cancelText: words.cancel,
    });
    if (!sure) return;
    onError(null);
    await keepDraft();
    try {
      await record.mutateAsync({ unit, month, rows });
      await forgetDraft();
      void message.success(words.submitted(rows.length));
    } catch (error) {
      failed(error as Error);
    }
  };
  const review = async () => {
    const sure = await modal.confirm({
      title: words.closeAsk(unitName, words.monthLong(month)),
      content: words.closeHelp,
      okText: words.close,
      cancelText: words.cancel,
    });
    if (!sure) return;
    onError(null);
    close.mutate({ unit, month }, { onSuccess: () => void message.success(words.closed), onError: failed });
  };

  const due = view.rows.filter((row) => row.due && row.notAssessed === null);
  const notYet =
    due.length === 0 && !view.noEngineer
      ? words.closeNobody
      : due.some(({ score }) => score === null)
        ? words.closeNotYet
        : ready !== null && ready.rows.length > 0
          ? words.allFilled
          : null;
  const reviewable = state !== "closed" && may("closeMonth", unit);
  const submitting = ready !== null && may("recordAssessments", unit);
  return (
    <Space wrap>
      <ExcelMenu unit={unit} month={month} />
      {may("reopenMonth", unit) && view.rows.some(({ score }) => score !== null) && state !== "reopened" ? (
        <Button onClick={() => setReturning(true)}>{words.reopen}</Button>
      ) : null}
      {reviewable ? (
        <Tooltip title={notYet}>
          <Button
            type={submitting && ready.why === null ? "default" : "primary"}
            disabled={notYet !== null}
            loading={close.isPending}
            onClick={review}
          >
            {words.close}
          </Button>
        </Tooltip>
      ) : null}
      {submitting ? (
        <Tooltip title={ready.why}>
          <Button
            type="primary"
            disabled={ready.why !== null}
            loading={record.isPending}
            onClick={() => submit(ready)}
          >
            {words.submit}
          </Button>
        </Tooltip>
      ) : null}
      {returning ? <Reopen unit={unit} month={month} onClose={() => setReturning(false)} /> : null}
    </Space>
  );
}
