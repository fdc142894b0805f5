// A new version of the rubric, begun as a copy of the latest.
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { App, Button, Checkbox, Drawer, Flex, Form, Input, Select, Typography } from "antd";
import { Failure } from "../../shared/Failure";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useAct } from "../../shared/useCase";
import { AttendanceRuleFields, attendanceRule } from "./AttendanceRuleFields";
import { TEXTS } from "./texts";
import { workRule, WorkRuleFields, type WorkRuleTyped, workRuleTyped } from "./WorkRuleFields";
import { comingQuarters, type Rubric, type RubricItem } from "./versions";

interface Fields {
  from: string;
  label: string;
  totalAllowed: boolean;
  items: (Omit<RubricItem, "work"> & { work?: WorkRuleTyped | null })[];
}

const typed = (item: RubricItem) => ({ ...item, work: workRuleTyped(item.work) });

export function NewRubric({ latest, today, close }: { latest: Rubric; today: string; close: () => void }) {
  const words = usePick(TEXTS);
  const texts = words.rules;
  const page = useTexts();
  const { message } = App.useApp();
  const issue = useAct("issueRubric");
  const { props, forget } = useKeptForm<Fields>("newRubric");
  const send = ({ from, label, totalAllowed, items }: Fields) => {
    const rubric: Rubric = {
      version: latest.version + 1,
      from,
      label: label.trim(),
      totalAllowed,
      items: (items ?? []).map((item) => ({
        code: item.code.trim(),
        name: item.name.trim(),
        max: item.max.trim(),
        veto: item.veto ?? false,
        needsReason: item.needsReason ?? false,
        attendance: attendanceRule(item.attendance),
        work: workRule(item.work),
      })),
    };
    issue.mutate(
      { rubric },
      {
        onSuccess: () => {
          void message.success(texts.issued(quarterName(page, from)));
          forget();
          close();
        },
      },
    );
  };
  return (
    <Drawer
      open
      size={720}
      title={texts.newRubric}
      onClose={close}
      footer={
        <Flex justify="end">
          <Button type="primary" htmlType="submit" form={props.name} loading={issue.isPending}>
            {texts.issue}
          </Button>
        </Flex>
      }
    >
      <Typography.Paragraph type="secondary">{texts.issueHelp}</Typography.Paragraph>
      {issue.isError ? (
        <div style={{ marginBlockEnd: 16 }}>
          <Failure error={issue.error} />
        </div>
      ) : null}
      <Form<Fields>
        {...props}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...latest, items: latest.items.map(typed), from: comingQuarters(today)[1] }}
        onFinish={send}
      >
        <Form.Item name="from" label={texts.fromQuarter}>
          <Select
            options={comingQuarters(today).map((value) => ({ value, label: quarterName(page, value) }))}
            style={{ width: 240 }}
          />
        </Form.Item>
        <Form.Item name="label" label={texts.labelField} extra={texts.labelHelp}>
          <Input style={{ maxWidth: 320 }} />
        </Form.Item>
        <Typography.Paragraph strong>{texts.items}</Typography.Paragraph>
        <Typography.Paragraph type="secondary">{texts.itemsHelp}</Typography.Paragraph>
        <Form.List name="items">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key}>
                  <Flex gap="small" align="start">
                    <Form.Item name={[name, "code"]} rules={[{ required: true, message: texts.needed }]}>
                      <Input aria-label={texts.code} placeholder={texts.code} style={{ width: 84 }} />
                    </Form.Item>
                    <Form.Item
                      name={[name, "name"]}
                      rules={[{ required: true, message: texts.needed }]}
                      style={{ flex: 1 }}
                    >
                      <Input aria-label={texts.itemName} placeholder={texts.itemName} />
                    </Form.Item>
                    <Form.Item name={[name, "max"]} rules={[{ required: true, message: texts.needed }]}>
                      <Input
                        aria-label={texts.max}
                        suffix={texts.pointsSuffix}
                        style={{ width: 90, textAlign: "right" }}
                      />
                    </Form.Item>
                    <Form.Item name={[name, "needsReason"]} valuePropName="checked">
                      <Checkbox>{texts.needsReason}</Checkbox>
                    </Form.Item>
                    <Form.Item name={[name, "veto"]} valuePropName="checked">
                      <Checkbox>{texts.veto}</Checkbox>
                    </Form.Item>
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={texts.removeItem}
                      title={texts.removeItem}
                      onClick={() => remove(name)}
                    />
                  </Flex>
                  <AttendanceRuleFields name={name} />
                  <WorkRuleFields name={name} />
                </div>
              ))}
              <Form.Item>
                <Button
                  icon={<PlusOutlined />}
                  onClick={() => add({ code: "", name: "", max: "", veto: false, needsReason: false })}
                >
                  {texts.addItem}
                </Button>
              </Form.Item>
            </>
          )}
        </Form.List>
        <Form.Item name="totalAllowed" valuePropName="checked">
          <Checkbox>{texts.total}</Checkbox>
        </Form.Item>
      </Form>
    </Drawer>
  );
}
