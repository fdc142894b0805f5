// What a rubric's item loses for attendance by itself: nothing, unless somebody says so here.
import { Checkbox, Flex, Form, Input } from "antd";
import type { AttendanceRuleView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

const MARKS = ["late", "early", "missing", "absent"] as const satisfies (keyof AttendanceRuleView)[];

/** A rule as it is asked for: what was left empty takes nothing off. */
export function attendanceRule(
  rule: Partial<AttendanceRuleView> | null | undefined,
): AttendanceRuleView | null {
  if (rule === null || rule === undefined) return null;
  const points = (text: string | undefined) => text?.trim() || "0";
  return {
    late: points(rule.late),
    early: points(rule.early),
    missing: points(rule.missing),
    absent: points(rule.absent),
  };
}

/** The item's rule in the form: a box to tick, and the points once it is. */
export function AttendanceRuleFields({ name }: { name: number }) {
  const texts = usePick(TEXTS).rules;
  const form = Form.useFormInstance();
  const rule = Form.useWatch<AttendanceRuleView | null>(["items", name, "attendance"], {
    form,
    preserve: true,
  });
  const has = rule !== null && rule !== undefined;
  return (
    <Flex wrap gap="small" align="center" style={{ marginBlock: "-16px 12px" }}>
      <Checkbox
        checked={has}
        onChange={({ target }) =>
          form.setFieldValue(
            ["items", name, "attendance"],
            target.checked ? { late: "0", early: "0", missing: "0", absent: "0" } : null,
          )
        }
      >
        {texts.attendance}
      </Checkbox>
      {has
        ? MARKS.map((mark) => (
            <Form.Item key={mark} name={[name, "attendance", mark]} noStyle>
              <Input
                size="small"
                aria-label={texts.attendanceMarks[mark]}
                prefix={texts.attendanceMarks[mark]}
                suffix={texts.pointsSuffix}
                style={{ width: 138, textAlign: "right" }}
              />
            </Form.Item>
          ))
        : null}
    </Flex>
  );
}
