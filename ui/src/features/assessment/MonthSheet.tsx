// One unit's month: the tools, the sheet, the person chosen in it, and the acts.
import { Flex, Grid, Tag } from "antd";
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { DataSheetGridRef } from "react-datasheet-grid";
import type { UnitMonthView } from "../../bindings/bindings";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { MonthActs, type Ready } from "./MonthActs";
import { NobodyOnDuty } from "./NobodyOnDuty";
import { FIRST_REASON, PersonPanel } from "./PersonPanel";
import { PointsGrid } from "./PointsGrid";
import type { Rubric } from "./rubric";
import { byRule, check, type Entry, type Line, ready, type Row, scoreInput } from "./sheet";
import { SheetTools, type Todo } from "./SheetTools";
import { type ScoringTexts, TEXTS } from "./texts";
import { type Sheet, useSheet } from "./useSheet";
import { useSheetKeys } from "./useSheetKeys";
import { useWindowHeight } from "./useWindowHeight";

interface MonthSheetProps {
  view: UnitMonthView;
  before: Row[];
  rubric: Rubric;
  unitName: string;
  /** The picker of the month, which stands in the same line as the acts. */
  picker: ReactNode;
}

/** Pixels that stand above and below the sheet. */
const AROUND = { beside: 210, above: 340 };

export function MonthSheet({ view, before, rubric, unitName, picker }: MonthSheetProps) {
  const words = usePick(TEXTS);
  const may = useMay();
  const { unit, month } = view;
  const editable = view.state !== "closed" && may("recordAssessments", unit);
  const sheet = useSheet(view, rubric, editable);
  const [selected, setSelected] = useState<string | null>(null);
  const [failure, setFailure] = useState<ReactNode>(null);
  const grid = useRef<DataSheetGridRef>(null);
  const wide = Grid.useBreakpoint().xl === true;
  const height = useWindowHeight();

  const sheetHeight = Math.max(260, height - (wide ? AROUND.beside : AROUND.above));

  const { lines, mode, change } = sheet;
  const scores = useMemo(
    () =>
      new Map(before.flatMap(({ staffNo, score }) => (score === null ? [] : [[staffNo, score] as const]))),
    [before],
  );
  const open = lines.filter(({ lock }) => lock === null);
  const todo = useMemo(() => todoOf(lines, mode, rubric), [lines, mode, rubric]);
  // The panel follows the sheet, it does not hold it up.
  const looked = useDeferredValue(selected);
  const line = lines.find(({ row }) => row.staffNo === looked) ?? null;
  const last = before.find(({ staffNo }) => staffNo === looked) ?? null;
  const changePerson = useCallback(
    (staffNo: string, entry: Entry, field: string) => change({ [staffNo]: entry }, `${staffNo}.${field}`),
    [change],
  );
  const go = useCallback(
    (staffNo: string) => {
      const row = lines.findIndex((found) => found.row.staffNo === staffNo);
      setSelected(staffNo);
      const found = lines[row];
      const wrong = found === undefined ? undefined : check(found.entry, mode, rubric, byRule(found.row));
      grid.current?.setActiveCell({
        row,
        col: wrong?.bad[0]?.code ?? wrong?.missing[0] ?? wrong?.reasonless[0] ?? 0,
      });
    },
    [lines, mode, rubric],
  );
  useSheetKeys({
    undo: sheet.undo,
    redo: sheet.redo,
    toReason: () => {
      // The sheet listens to every key while a cell of it is chosen.
      grid.current?.setActiveCell(null);
      document.getElementById(FIRST_REASON)?.focus();
    },
  });
  useEffect(() => setFailure(null), [lines]);

  const standing = open.length === 0 ? null : readyOf(sheet, open, todo, rubric, words);
  const nobody = view.rows.length === 0;
  const due = view.rows.filter((row) => row.due || row.score !== null);
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Flex wrap align="center" gap="small">
          {picker}
          <Tag color={view.state === "closed" ? "green" : view.state === "reopened" ? "orange" : "default"}>
            {view.noEngineer ? words.noEngineerState : words.states[view.state]}
          </Tag>
          {nobody ? null : words.people(due.length)}
        </Flex>
        <MonthActs
          view={view}
          unitName={unitName}
          ready={standing}
          keepDraft={sheet.keepNow}
          forgetDraft={() => sheet.discard(false)}
          onError={setFailure}
        />
      </Flex>
      {failure}
      {due.length === 0 ? <NobodyOnDuty view={view} /> : null}
      {nobody ? null : (
        <>
          <SheetTools
            sheet={sheet}
            rubric={rubric}
            typing={open.length > 0}
            todo={todo}
            done={
              standing?.why === null
                ? words.allFilled
                : view.state !== "closed" &&
                    due.every((row) => row.score !== null || row.notAssessed !== null)
                  ? words.allSubmitted
                  : ""
            }
            onGo={go}
          />
          <Flex vertical={!wide} gap="small" align={wide ? "start" : "stretch"}>
            <div style={{ flex: 1, minWidth: 0 }}>
              <PointsGrid
                grid={grid}
                lines={lines}
                rubric={rubric}
                mode={mode}
                before={scores}
                height={sheetHeight}
                selected={selected}
                onSelect={setSelected}
                onChange={change}
              />
            </div>
            <div style={wide ? { width: 290, flex: "none", maxHeight: sheetHeight, overflowY: "auto" } : {}}>
              <PersonPanel
                unit={unit}
                month={month}
                line={line}
                before={last}
                rubric={rubric}
                mode={mode}
                typing={open.length > 0}
                mayDeclare={editable && may("declareNotAssessed", unit)}
                onChange={changePerson}
              />
            </div>
          </Flex>
        </>
      )}
    </Flex>
  );
}

function todoOf(lines: Line[], mode: Sheet["mode"], rubric: Rubric): Todo {
  const todo: Todo = { left: 0, wrong: 0, reasonless: 0, first: null };
  for (const { row, entry, lock } of lines) {
    if (lock !== null) continue;
    const found = check(entry, mode, rubric, byRule(row));
    if (found.missing.length > 0) todo.left += 1;
    todo.wrong += found.bad.length;
    todo.reasonless += found.reasonless.length;
    if (!ready(found)) todo.first ??= row.staffNo;
  }
  return todo;
}

function readyOf(sheet: Sheet, open: Line[], todo: Todo, rubric: Rubric, words: ScoringTexts): Ready {
  // In a month that was returned, those who stay as they are need not be submitted again.
  const changed = open.filter(({ row }) => row.score === null || row.changed || sheet.touched(row.staffNo));
  const why =
    todo.wrong > 0
      ? words.wrong(todo.wrong)
      : todo.left > 0
        ? words.left(todo.left)
        : todo.reasonless > 0
          ? words.reasonless(todo.reasonless)
          : changed.length === 0
            ? words.nothingChanged
            : null;
  return {
    why,
    // What is not ready has no request yet.
    rows:
      why === null
        ? changed.map(({ row, entry }) => scoreInput(row.staffNo, entry, sheet.mode, rubric, byRule(row)))
        : [],
    full: changed.filter(({ row, entry }) => check(entry, sheet.mode, rubric, byRule(row)).sum === "100")
      .length,
  };
}

/** What stands where the program knows no rubric. */
export function NoRubric() {
  const words = usePick(TEXTS);
  return <NothingYet what={words.noRubric} first={words.noRubricHelp} />;
}
