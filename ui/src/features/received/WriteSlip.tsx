// 写异议单: objections to one received confirmation sheet, each about the unit or one person of the sheet, saved as a PDF
// that may then be signed and sent back.
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { App, Button, Card, Drawer, Flex, Form, Input, Select, Typography } from "antd";
import type { CheckView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { withSuffix } from "../../shared/files/paths";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useAct } from "../../shared/useCase";
import { personLabel, type SlipFields, slipRequest, WHOLE_UNIT } from "./slip";
import { TEXTS } from "./texts";

interface WriteSlipProps {
  path: string;
  check: CheckView;
  close: () => void;
  /** Hears where the slip was written. */
  written: (path: string) => void;
}

const LONGEST = 2000;

export function WriteSlip({ path, check, close, written }: WriteSlipProps) {
  const general = useTexts();
  const texts = usePick(TEXTS);
  const words = texts.slip;
  const { message } = App.useApp();
  const act = useAct("writeObjectionSlip");
  const kept = useKeptForm<SlipFields>(`slip.${check.reportNo}.${check.checkCode}`);
  const people = check.sheet?.people ?? [];
  const options = [
    { value: WHOLE_UNIT, label: words.wholeUnit },
    ...people.map((person) => ({ value: person.staffNo, label: personLabel(person, words) })),
  ];
  const run = (fields: SlipFields) => {
    if (act.isPending) return;
    act.mutate(slipRequest(path, fields), {
      onSuccess: (done) => {
        kept.forget();
        void message.success(words.done);
        written(done.path);
        close();
      },
    });
  };
  const needed = (text: string) => [{ required: true, whitespace: true, message: text }];
  return (
    <Drawer
      open
      onClose={close}
      title={words.title(check.unit ?? "", quarterName(general, check.quarter ?? ""))}
      size={640}
      footer={
        <Flex justify="end">
          <Button type="primary" htmlType="submit" form={kept.props.name} loading={act.isPending}>
            {words.save}
          </Button>
        </Flex>
      }
    >
      <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
      <Form<SlipFields>
        {...kept.props}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          objections: [{ about: WHOLE_UNIT, text: "" }],
          out: withSuffix(path, words.suffix),
        }}
        onFinish={run}
      >
        <Form.List name="objections">
          {(fields, { add, remove }) => (
            <Flex vertical gap="small" style={{ marginBlockEnd: 16 }}>
              {fields.map(({ key, name }, index) => (
                <Card
                  key={key}
                  size="small"
                  title={words.number(index + 1)}
                  extra={
                    fields.length > 1 ? (
                      <Button
                        type="text"
                        size="small"
                        icon={<DeleteOutlined />}
                        aria-label={words.remove(index + 1)}
                        title={words.remove(index + 1)}
                        onClick={() => remove(name)}
                      />
                    ) : null
                  }
                >
                  <Form.Item name={[name, "about"]} label={words.about}>
                    <Select options={options} showSearch={{ optionFilterProp: "label" }} />
                  </Form.Item>
                  <Form.Item
                    name={[name, "text"]}
                    label={words.text}
                    rules={needed(words.textNeeded)}
                    style={{ marginBlockEnd: 0 }}
                  >
                    <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={LONGEST} />
                  </Form.Item>
                </Card>
              ))}
              <div>
                <Button icon={<PlusOutlined />} onClick={() => add({ about: WHOLE_UNIT, text: "" })}>
                  {words.add}
                </Button>
              </div>
            </Flex>
          )}
        </Form.List>
        <Flex gap="middle" wrap>
          <Form.Item
            name="writer"
            label={words.writer}
            rules={needed(words.writerNeeded)}
            style={{ flex: "1 1 200px" }}
          >
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
          <Form.Item name="post" label={words.post} style={{ flex: "1 1 200px" }}>
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
        </Flex>
        <Form.Item name="out" label={words.out} rules={needed(texts.sign.outNeeded)}>
          <PathField title={words.out} saving kind={{ name: "PDF", extensions: ["pdf"] }} />
        </Form.Item>
        {act.isError ? <Failure error={act.error} /> : null}
      </Form>
    </Drawer>
  );
}
