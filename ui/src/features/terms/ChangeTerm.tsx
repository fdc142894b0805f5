// One term changed from a day on; the others go along as they are.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Flex, Form, Input, InputNumber, Select, Switch } from "antd";
import type { DeadlineRuleBody } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { type LengthUnit, lengthOf, partsOf, unitsFor } from "./lengths";
import { TEXTS } from "./texts";

interface Fields {
  title: string;
  count: number;
  unit: LengthUnit;
  soon: number;
  pausable: boolean;
  escalation: { after: number; role: string }[];
  from: string;
  reason: string;
}

/** Who can hear of it. */
const ROLES = ["unitManager", "unitLeader", "clerk", "administrator"];

interface ChangeTermProps {
  rule: DeadlineRuleBody;
  /** The terms set last, this one among them. */
  among: DeadlineRuleBody[];
  /** From when those hold, if that is still to come. */
  nextFrom: string | null;
  close: () => void;
}

export function ChangeTerm({ rule, among, nextFrom, close }: ChangeTermProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const today = useToday();
  const parts = partsOf(rule.length);
  const needed = [{ required: true, message: texts.needed }];
  const changed = ({ count, unit, title, soon, pausable, escalation }: Fields): DeadlineRuleBody => ({
    ...rule,
    title,
    soon,
    pausable,
    escalation,
    length: parts === null ? rule.length : lengthOf(count, unit),
  });
  return (
    <ActDialog
      name={`term.${rule.code}`}
      title={texts.changeTitle(rule.title)}
      okText={texts.change}
      width={600}
      initial={{
        title: rule.title,
        soon: rule.soon,
        pausable: rule.pausable,
        escalation: rule.escalation,
        // Terms that were set are not overtaken by earlier ones.
        from: nextFrom !== null && nextFrom > today ? nextFrom : today,
        ...parts,
      }}
      beside={{
        deadlineTitle: "title",
        deadlineLength: "count",
        deadlinesFromEarlier: "from",
        reasonNeeded: "reason",
      }}
      act={useAct("setDeadlineTerms")}
      request={(fields: Fields) => ({
        from: fields.from,
        reason: fields.reason,
        rules: among.map((one) => (one.code === rule.code ? changed(fields) : one)),
      })}
      done={texts.changed}
      onClose={close}
    >
      <Form.Item name="title" label={texts.title} rules={needed}>
        <Input maxLength={40} />
      </Form.Item>
      <Flex gap="middle" wrap>
        {parts === null ? (
          <Form.Item label={texts.length}>
            <Input disabled value={texts.lengths.byType} />
          </Form.Item>
        ) : (
          <>
            <Form.Item name="count" label={texts.length} rules={needed}>
              <InputNumber min={0} precision={0} />
            </Form.Item>
            <Form.Item name="unit" label={texts.unit}>
              <Select
                style={{ width: 130 }}
                options={unitsFor(rule.direction).map((value) => ({ value, label: texts.units[value] }))}
              />
            </Form.Item>
          </>
        )}
        <Form.Item name="soon" label={texts.soonDays} rules={needed}>
          <InputNumber min={0} max={60} precision={0} />
        </Form.Item>
        <Form.Item name="pausable" label={texts.pausable} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Flex>
      <Form.Item label={texts.steps}>
        <Form.List name="escalation">
          {(steps, { add, remove }) => (
            <Flex vertical gap="small">
              {steps.map(({ key, name }) => (
                <Flex key={key} gap="small" align="center">
                  <Form.Item name={[name, "after"]} noStyle rules={needed}>
                    <InputNumber aria-label={texts.stepAfter} min={0} max={250} precision={0} />
                  </Form.Item>
                  <span>{texts.stepAfter}</span>
                  <Form.Item name={[name, "role"]} noStyle rules={needed}>
                    <Select
                      aria-label={texts.stepRole}
                      style={{ width: 180 }}
                      options={ROLES.map((role) => ({ value: role, label: word(language, `role.${role}`) }))}
                    />
                  </Form.Item>
                  <Button type="text" onClick={() => remove(name)}>
                    {texts.dropStep}
                  </Button>
                </Flex>
              ))}
              <Button
                type="dashed"
                icon={<PlusOutlined aria-hidden />}
                onClick={() => add({ after: 1, role: "unitManager" })}
                style={{ alignSelf: "flex-start" }}
              >
                {texts.addStep}
              </Button>
            </Flex>
          )}
        </Form.List>
      </Form.Item>
      <Flex gap="middle">
        <DayItem name="from" label={texts.from} />
      </Flex>
      <Form.Item
        name="reason"
        label={texts.reason}
        rules={[{ required: true, whitespace: true, message: texts.needed }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </ActDialog>
  );
}
