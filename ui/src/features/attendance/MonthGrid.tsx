// People by days. Only the rows in the window are drawn; a cell is a plain element, so that two hundred people scroll smoothly.
import { App, Button, Flex, Grid, Space, Typography, theme } from "antd";
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { AttendanceMonthView, AttendanceRow, CorrectionInput, DayHead } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { type Corner, copied, pasted, type Range, rangeOf } from "./block";
import { DayDrawer } from "./DayDrawer";
import "./grid.css";
import { markLines } from "./markLines";
import { SetForm } from "./SetForm";
import { type AttendanceTexts, TEXTS } from "./texts";

/** Pixels, as in grid.css. */
const ROW = 30;
const HEAD = 40;
const NAME = 116;
const CELL = 48;
/** Rows drawn above and below the window. */
const SPARE = 6;
/** Pixels of the window that stand above and below the grid. */
const AROUND = 320;

const TOTALS = ["present", "late", "early", "missing", "absent", "away", "overtime"] as const;
type Total = (typeof TOTALS)[number];

function totalOf({ totals }: AttendanceRow, which: Total): string {
  switch (which) {
    case "present":
      return `${totals.present}/${totals.due}`;
    case "late":
      return totals.late === 0 ? "" : `${totals.late} (${totals.lateMinutes})`;
    case "early":
      return totals.early === 0 ? "" : `${totals.early} (${totals.earlyMinutes})`;
    case "missing":
      return totals.missing === 0 ? "" : String(totals.missing);
    default:
      return totals[which] === "0" ? "" : totals[which];
  }
}

export function MonthGrid({ view }: { view: AttendanceMonthView }) {
  const { unit, people, days } = view;
  const words = usePick(TEXTS);
  const may = useMay();
  const { message } = App.useApp();
  const mayCorrect = may("correctAttendance", unit);
  const box = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [room, setRoom] = useState(() => window.innerHeight);
  const [anchor, setAnchor] = useState<Corner | null>(null);
  const [focus, setFocus] = useState<Corner | null>(null);
  const [opened, setOpened] = useState<Corner | null>(null);
  const [setting, setSetting] = useState<{ rows: CorrectionInput[]; cut: number; ask: boolean } | null>(null);
  const dragging = useRef(false);
  const narrow = Grid.useBreakpoint().lg !== true;

  useEffect(() => {
    const measure = () => setRoom(window.innerHeight);
    const release = () => {
      dragging.current = false;
    };
    window.addEventListener("resize", measure);
    window.addEventListener("mouseup", release);
    return () => {
      window.removeEventListener("resize", measure);
      window.removeEventListener("mouseup", release);
    };
  }, []);

  const all = HEAD + people.length * ROW;
  const height = Math.min(all + 18, Math.max(240, room - AROUND - (narrow ? 40 : 0)));
  const shown = Math.ceil(height / ROW) + 2 * SPARE;
  const scrolled = () => {
    const at = Math.max(0, Math.floor((box.current?.scrollTop ?? 0) / ROW) - SPARE);
    // Every few rows is enough: there are spare ones.
    const step = at - (at % 3);
    setFirst((now) => (now === step ? now : step));
  };

  const range = useMemo(
    () => (anchor === null || focus === null ? null : rangeOf(anchor, focus)),
    [anchor, focus],
  );
  const cornerOf = (event: MouseEvent): Corner | null => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-column]");
    if (cell === null) return null;
    return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  };
  const choose = useCallback((to: Corner, extend: boolean) => {
    if (!extend) setAnchor(to);
    setFocus(to);
  }, []);

  const move = (event: KeyboardEvent) => {
    if (event.target !== box.current) return;
    const at = focus ?? { row: 0, column: 0 };
    if (event.key === "Enter" && focus !== null) {
      event.preventDefault();
      setOpened(focus);
      return;
    }
    const by = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const [down = 0, across = 0] = focus === null ? [0, 0] : by;
    const to = {
      row: Math.min(people.length - 1, Math.max(0, at.row + down)),
      column: Math.min(days.length - 1, Math.max(0, at.column + across)),
    };
    choose(to, event.shiftKey && anchor !== null);
    reveal(box.current, to);
  };
  const copy = (event: ClipboardEvent) => {
    if (range === null || event.target !== box.current) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", copied(range, people));
  };
  const paste = (event: ClipboardEvent) => {
    if (range === null || !mayCorrect || event.target !== box.current) return;
    event.preventDefault();
    const found = pasted(event.clipboardData.getData("text/plain"), range, people, days);
    if (found.rows.length === 0) void message.warning(words.pasteNothing);
    else setSetting({ ...found, ask: false });
  };
  const chosenRows = (): CorrectionInput[] =>
    range === null
      ? []
      : people.slice(range.top, range.bottom + 1).flatMap((person) =>
          days
            .slice(range.left, range.right + 1)
            .filter((_, at) => {
              const kind = person.marks[range.left + at]?.kind;
              return kind !== "off" && kind !== "notOnDuty";
            })
            .map(({ day }) => ({ staffNo: person.staffNo, day, text: null })),
        );

  return (
    <Flex vertical gap="small">
      <div
        ref={box}
        className="attendance"
        role="grid"
        aria-label={words.grid}
        aria-rowcount={people.length + 1}
        aria-colcount={days.length + TOTALS.length + 1}
        aria-multiselectable
        tabIndex={0}
        style={{ ...useColours(), height, "--attendance-height": `${all}px` } as CSSProperties}
        onScroll={scrolled}
        onKeyDown={move}
        onCopy={copy}
        onPaste={paste}
        onMouseDown={(event) => {
          const corner = cornerOf(event);
          if (corner === null || event.button !== 0) return;
          dragging.current = true;
          choose(corner, event.shiftKey && anchor !== null);
        }}
        onMouseOver={(event) => {
          const corner = dragging.current ? cornerOf(event) : null;
          if (corner !== null) choose(corner, true);
        }}
        onDoubleClick={(event) => setOpened(cornerOf(event))}
      >
        <Head days={days} words={words} />
        <div role="presentation" style={{ height: people.length * ROW }} />
        {people.slice(first, first + shown).map((person, index) => (
          <Row key={person.staffNo} person={person} at={first + index} words={words} />
        ))}
        {range === null ? null : <Chosen range={range} />}
      </div>
      <Standing
        words={words}
        view={view}
        range={range}
        focus={focus}
        open={() => setOpened(focus)}
        set={mayCorrect ? () => setSetting({ rows: chosenRows(), cut: 0, ask: true }) : null}
      />
      {opened === null ? null : (
        <DayDrawer
          unit={unit}
          person={people[opened.row]}
          day={days[opened.column]}
          people={people}
          onClose={() => {
            setOpened(null);
            box.current?.focus();
          }}
        />
      )}
      {setting === null ? null : (
        <SetForm
          unit={unit}
          rows={setting.rows}
          cut={setting.cut}
          ask={setting.ask}
          onClose={() => setSetting(null)}
        />
      )}
    </Flex>
  );
}

/** Scrolls a cell into the window, past the head and the names that stand over it. */
function reveal(box: HTMLDivElement | null, { row, column }: Corner) {
  if (box === null) return;
  const [top, left] = [row * ROW, column * CELL];
  if (top < box.scrollTop) box.scrollTop = top;
  const bottom = top + ROW - (box.clientHeight - HEAD);
  if (bottom > box.scrollTop) box.scrollTop = bottom;
  if (left < box.scrollLeft) box.scrollLeft = left;
  const right = left + CELL - (box.clientWidth - NAME);
  if (right > box.scrollLeft) box.scrollLeft = right;
}

const Head = memo(function Head({ days, words }: { days: DayHead[]; words: AttendanceTexts }) {
  return (
    <div className="attendance-head" role="row" aria-rowindex={1}>
      <div className="attendance-cell attendance-name" role="columnheader">
        {words.person}
      </div>
      {days.map(({ day, weekday, working, name }) => (
        <div
          key={day}
          role="columnheader"
          className={`attendance-cell${working ? "" : " attendance-off"}`}
          title={name ?? undefined}
        >
          {`${Number(day.slice(8))}\n${words.weekdays[weekday - 1] ?? ""}`}
        </div>
      ))}
      {TOTALS.map((total) => (
        <div
          key={total}
          role="columnheader"
          className="attendance-cell attendance-total"
          title={words.totalsHelp[total]}
        >
          {words.totals[total]}
        </div>
      ))}
    </div>
  );
});

interface RowProps {
  person: AttendanceRow;
  at: number;
  words: AttendanceTexts;
}

const Row = memo(function Row({ person, at, words }: RowProps) {
  return (
    <div className="attendance-row" role="row" aria-rowindex={at + 2} style={{ top: HEAD + at * ROW }}>
      <div
        className="attendance-cell attendance-name"
        role="rowheader"
        title={`${person.name} ${person.staffNo}`}
      >
        {person.name}
      </div>
      {person.marks.map(({ kind, text, words: said, corrected }, column) => {
        const lines = markLines(text);
        const several = lines.length > 1 ? " attendance-several" : "";
        return (
          <div
            key={column}
            role="gridcell"
            data-row={at}
            data-column={column}
            className={`attendance-cell attendance-${kind}${corrected ? " attendance-byHand" : ""}${several}`}
            title={corrected === true ? [said ?? text, words.corrected].join(" · ") : said}
          >
            {lines.join("\n")}
          </div>
        );
      })}
      {TOTALS.map((total) => (
        <div key={total} role="gridcell" className="attendance-cell attendance-total">
          {totalOf(person, total)}
        </div>
      ))}
    </div>
  );
});

function Chosen({ range: { top, left, bottom, right } }: { range: Range }) {
  return (
    <div
      role="presentation"
      className="attendance-range"
      style={{
        top: HEAD + top * ROW - 1,
        left: NAME + left * CELL - 1,
        width: (right - left + 1) * CELL + 1,
        height: (bottom - top + 1) * ROW + 1,
      }}
    />
  );
}

interface StandingProps {
  words: AttendanceTexts;
  view: AttendanceMonthView;
  range: Range | null;
  focus: Corner | null;
  open: () => void;
  set: (() => void) | null;
}

/** What is chosen, in words, and what can be done with it. */
function Standing({ words, view, range, focus, open, set }: StandingProps) {
  if (range === null || focus === null) return null;
  const cells = (range.right - range.left + 1) * (range.bottom - range.top + 1);
  const person = view.people[focus.row];
  const day = view.days[focus.column];
  const mark = person?.marks[focus.column];
  if (person === undefined || day === undefined || mark === undefined) return null;
  return (
    <Flex wrap align="center" gap="small">
      <Typography.Text>
        {cells > 1
          ? words.chosen(cells)
          : [words.day(person.name, day.day), day.name, mark.words ?? mark.text].filter(Boolean).join(" · ")}
      </Typography.Text>
      <Space>
        {cells > 1 ? null : (
          <Button size="small" onClick={open}>
            {words.openDay}
          </Button>
        )}
        {set === null ? null : (
          <Button size="small" onClick={set}>
            {words.setRange}
          </Button>
        )}
      </Space>
    </Flex>
  );
}

function useColours(): CSSProperties {
  const { token } = theme.useToken();
  return {
    "--attendance-line": token.colorBorderSecondary,
    "--attendance-ground": token.colorBgContainer,
    "--attendance-head": token.colorBgLayout,
    "--attendance-text": token.colorText,
    "--attendance-quiet": token.colorTextSecondary,
    "--attendance-off": token.colorFillSecondary,
    "--attendance-late": token.colorWarningBg,
    "--attendance-absent": token.colorErrorBg,
    "--attendance-leave": token.colorInfoBg,
    "--attendance-chosen": token.colorPrimary,
  } as CSSProperties;
}
