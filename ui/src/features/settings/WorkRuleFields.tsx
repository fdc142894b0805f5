// How a rubric's item follows from the month's tickets: not at all, unless somebody says so here.
import { Checkbox, Flex, Form, Input, Select } from "antd";
import type { WorkRuleView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

type Measure = WorkRuleView["measure"];

const MEASURES = ["onTime", "takenInTime", "meanMark", "complaints"] as const satisfies Measure[];

/** The rule as it is typed: shares in percent, the least number as text. */
export interface WorkRuleTyped {
  measure: Measure;
  zero: string;
  full: string;
  least: string;
}

/** What a rule begins with once its measure is chosen. */
const FIRST: Record<Measure, Omit<WorkRuleTyped, "measure">> = {
  onTime: { zero: "60", full: "100", least: "3" },
  takenInTime: { zero: "60", full: "100", least: "3" },
  meanMark: { zero: "3", full: "5", least: "3" },
  complaints: { zero: "3", full: "0", least: "0" },
};

export const isShare = (measure: Measure) => measure === "onTime" || measure === "takenInTime";

/** Moves the point of a decimal text: 87.5 and −2 give 0.875. A text that is no number stays, for the core to refuse. */
export function shifted(text: string, places: number): string {
  const found = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (found === null) return text.trim();
  const [, sign = "", whole = "", fraction = ""] = found;
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const head = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const tail = padded.slice(at).replace(/0+$/, "");
  return sign + head + (tail === "" ? "" : `.${tail}`);
}

/** A rule as it is asked for. */
export function workRule(rule: WorkRuleTyped | null | undefined): WorkRuleView | null {
  if (rule === null || rule === undefined) return null;
  const at = (text: string) => (isShare(rule.measure) ? shifted(text, -2) : text.trim());
  const least = rule.measure === "complaints" ? 0 : Number(rule.least.trim());
  return {
    measure: rule.measure,
    zero: at(rule.zero),
    full: at(rule.full),
    // What is no number of tickets is refused as none.
    least: Number.isInteger(least) && least >= 0 ? least : 0,
  };
}

/** A rule of a known version as it is typed. */
export function workRuleTyped(rule: WorkRuleView | null | undefined): WorkRuleTyped | null {
  if (rule === null || rule === undefined) return null;
  const at = (text: string) => (isShare(rule.measure) ? shifted(text, 2) : text);
  return { measure: rule.measure, zero: at(rule.zero), full: at(rule.full), least: String(rule.least) };
}

/** The item's rule in the form: a box to tick, the measure and its two ends once it is. */
export function WorkRuleFields({ name }: { name: number }) {
  const texts = usePick(TEXTS).rules;
  const form = Form.useFormInstance();
  const path = ["items", name, "work"];
  // Until it is ticked no field of it stands in the form.
  const rule = Form.useWatch<WorkRuleTyped | null>(path, { form, preserve: true });
  const has = rule !== null && rule !== undefined;
  const begin = (measure: Measure) => form.setFieldValue(path, { measure, ...FIRST[measure] });
  const end = (key: "zero" | "full", label: string, suffix: string) => (
    <Form.Item name={[name, "work", key]} noStyle>
      <Input
        size="small"
        aria-label={label}
        prefix={label}
        suffix={suffix}
        style={{ width: 132, textAlign: "right" }}
      />
    </Form.Item>
  );
  const unit = has ? texts.work.units[rule.measure] : "";
  return (
    <Flex wrap gap="small" align="center" style={{ marginBlock: "-8px 12px" }}>
      <Checkbox
        checked={has}
        onChange={({ target }) => (target.checked ? begin("onTime") : form.setFieldValue(path, null))}
      >
        {texts.work.title}
      </Checkbox>
      {has ? (
        <>
          <Form.Item name={[name, "work", "measure"]} noStyle>
            <Select
              size="small"
              aria-label={texts.work.measure}
              options={MEASURES.map((value) => ({ value, label: texts.work.measures[value] }))}
              onChange={begin}
              style={{ width: 132 }}
            />
          </Form.Item>
          {end("zero", texts.work.zero, unit)}
          {end("full", texts.work.full, unit)}
          {rule.measure === "complaints" ? null : (
            <Form.Item name={[name, "work", "least"]} noStyle>
              <Input
                size="small"
                aria-label={texts.work.least}
                prefix={texts.work.least}
                suffix={texts.work.tickets}
                style={{ width: 120, textAlign: "right" }}
              />
            </Form.Item>
          )}
        </>
      ) : null}
    </Flex>
  );
}
