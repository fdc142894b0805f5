// The person chosen in the sheet: why points were taken off and where it can be seen, last month beside it, and the
// declaration that they are not assessed this month.
import { Alert, Button, Card, Flex, Form, Input, Space, Tag, Typography } from "antd";
import { memo, useDeferredValue, useState } from "react";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { pointsText } from "./points";
import { problemText } from "./problemText";
import type { Rubric, RubricItem } from "./rubric";
import { WorkOfPerson } from "./WorkOfPerson";
import { TotalsOfPerson } from "../attendance/TotalsOfPerson";
import {
  byRule,
  check,
  deductionOf,
  type Entry,
  type Line,
  type Mode,
  type Row,
  withProposed,
} from "./sheet";
import { NotAssessed } from "./declarations";
import { TEXTS } from "./texts";

interface PersonPanelProps {
  unit: string;
  month: string;
  line: Line | null;
  before: Row | null;
  rubric: Rubric;
  mode: Mode;
  /** Whether anything can be typed in this month. */
  typing: boolean;
  /** Whether the account may declare that somebody is not assessed. */
  mayDeclare: boolean;
  onChange: (staffNo: string, entry: Entry, field: string) => void;
}

/** Where Shift+F2 goes. */
export const FIRST_REASON = "sheet-first-reason";

/** Memoised: the sheet moves on while the panel follows. */
export const PersonPanel = memo(function PersonPanel(props: PersonPanelProps) {
  const marks = useMarks();
  const { unit, month, line, before, rubric, mode, typing, mayDeclare, onChange } = props;
  const words = usePick(TEXTS);
  const [declaring, setDeclaring] = useState<string | null>(null);
  const found = line === null ? null : check(line.entry, mode, rubric, byRule(line.row));
  // A block that is pasted may take points off everywhere: the fields for the reasons come once the sheet stands.
  const deducted = useDeferredValue([line?.row.staffNo, ...(found?.deducted ?? [])].join("\n")).split("\n");
  if (line === null || found === null) {
    return (
      <Card size="small">
        <Typography.Text type="secondary">{typing ? words.pick : words.pickToRead}</Typography.Text>
      </Card>
    );
  }
  const { row, entry, lock } = line;
  const items =
    deducted[0] === row.staffNo ? rubric.items.filter(({ code }) => deducted.includes(code, 1)) : [];
  const rules = byRule(row);
  const itemOf = (code: string) => rubric.items.find((known) => known.code === code) ?? null;
  return (
    <Card
      size="small"
      title={
        <Space size={6} wrap>
          {row.name}
          <Typography.Text type="secondary" style={{ fontWeight: 400 }}>
            {row.staffNo}
          </Typography.Text>
          {row.probation ? <Tag color="blue">{words.probation}</Tag> : null}
          {lock === null ? null : <Tag>{words.locks[lock]}</Tag>}
        </Space>
      }
    >
      <Flex vertical gap="small">
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {[
            words.days(row.days),
            before?.score == null ? words.lastNone : words.lastScore(before.score),
            ...(row.account === null ? [] : [words.by(row.account)]),
          ].join(" · ")}
        </Typography.Text>
        <TotalsOfPerson
          unit={unit}
          month={month}
          staffNo={row.staffNo}
          fill={
            lock === null && mode !== "total"
              ? (proposed) => onChange(row.staffNo, withProposed(entry, proposed, mode, rubric), "attendance")
              : null
          }
        />
        <WorkOfPerson unit={unit} month={month} row={row} items={rubric.items} />
        {lock === null ? null : (
          <Typography.Text type="secondary">{row.notAssessed ?? words.lockHelp[lock]}</Typography.Text>
        )}
        {found.bad.map(({ code, problem }) => (
          <Alert
            key={code}
            type="error"
            title={`${itemOf(code)?.name ?? words.total}${marks.colon}${problemText(words, problem, itemOf(code), mode)}`}
          />
        ))}
        {mode === "total" || lock === "notAssessed" ? null : found.deducted.length === 0 ? (
          <Typography.Text type="secondary">{words.noDeductions}</Typography.Text>
        ) : (
          <Form layout="vertical" component="div">
            {items.map((item, index) => (
              <Deduction
                key={item.code}
                id={index === 0 ? FIRST_REASON : `sheet-reason-${item.code}`}
                item={item}
                entry={entry}
                mode={mode}
                readOnly={lock !== null}
                computed={rules.has(item.code)}
                wanting={lock === null && found.reasonless.includes(item.code)}
                onChange={(next, field) => onChange(row.staffNo, next, field)}
              />
            ))}
          </Form>
        )}
        {lock !== null && entry.note === "" ? null : (
          <label>
            <Typography.Text type="secondary">{words.note}</Typography.Text>
            <Input.TextArea
              value={entry.note}
              readOnly={lock !== null}
              rows={2}
              placeholder={words.notePlaceholder}
              onChange={({ target }) => onChange(row.staffNo, { ...entry, note: target.value }, "note")}
            />
          </label>
        )}
        {mayDeclare && lock === null && row.score === null ? (
          <Button size="small" onClick={() => setDeclaring(row.staffNo)} style={{ alignSelf: "start" }}>
            {words.notAssessed}
          </Button>
        ) : null}
      </Flex>
      {declaring === row.staffNo ? (
        <NotAssessed unit={unit} month={month} row={row} onClose={() => setDeclaring(null)} />
      ) : null}
    </Card>
  );
});

interface DeductionProps {
  id: string;
  item: RubricItem;
  entry: Entry;
  mode: Mode;
  readOnly: boolean;
  /** The rubric computes it from tickets, and other points were given. */
  computed: boolean;
  /** The rubric asks for a reason and there is none. */
  wanting: boolean;
  onChange: (entry: Entry, field: string) => void;
}

function Deduction({ id, item, entry, mode, readOnly, computed, wanting, onChange }: DeductionProps) {
  const words = usePick(TEXTS);
  const { code } = item;
  const deduction = deductionOf(entry.cells[code] ?? "", item, mode) ?? 0n;
  return (
    <Form.Item
      label={
        <Space size={6} wrap>
          <span>{item.name}</span>
          <strong>
            {computed ? words.work.byHand : item.veto ? words.vetoed : words.deducted(pointsText(deduction))}
          </strong>
        </Space>
      }
      htmlFor={id}
      style={{ marginBlockEnd: 10 }}
      validateStatus={wanting ? "error" : ""}
      help={wanting ? (computed ? words.work.whyNeeded : words.whyNeeded) : undefined}
    >
      <Flex vertical gap={4}>
        <Input.TextArea
          id={id}
          value={entry.reasons[code] ?? ""}
          readOnly={readOnly}
          rows={2}
          placeholder={computed ? words.work.why : words.why}
          status={wanting ? "error" : ""}
          onChange={({ target }) =>
            onChange({ ...entry, reasons: { ...entry.reasons, [code]: target.value } }, `reason.${code}`)
          }
        />
        {readOnly && (entry.evidence[code] ?? "") === "" ? null : (
          <Input
            aria-label={`${item.name} ${words.evidence}`}
            prefix={<Typography.Text type="secondary">{words.evidence}</Typography.Text>}
            value={entry.evidence[code] ?? ""}
            readOnly={readOnly}
            placeholder={words.evidencePlaceholder}
            onChange={({ target }) =>
              onChange(
                { ...entry, evidence: { ...entry.evidence, [code]: target.value } },
                `evidence.${code}`,
              )
            }
          />
        )}
      </Flex>
    </Form.Item>
  );
}
