// A new version of the rules of settlement, begun as a copy of the latest.
import {
  App,
  Button,
  Checkbox,
  Col,
  Drawer,
  Flex,
  Form,
  Input,
  InputNumber,
  Row,
  Select,
  Typography,
} from "antd";
import { Failure } from "../../shared/Failure";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";
import { comingQuarters, percentToShare, type RuleSet, shareToPercent } from "./versions";

interface Fields extends Omit<RuleSet, "version" | "weights"> {
  provincial: string;
  city: string;
}

export function NewRuleSet({ latest, today, close }: { latest: RuleSet; today: string; close: () => void }) {
  const texts = usePick(TEXTS).rules;
  const page = useTexts();
  const { message } = App.useApp();
  const issue = useAct("issueRuleSet");
  const { props, forget } = useKeptForm<Fields>("newRuleSet");
  const { weights, version, ...rest } = latest;
  const send = ({ provincial, city, bands, ...fields }: Fields) => {
    const ruleSet: RuleSet = {
      ...rest,
      ...fields,
      version: version + 1,
      weights: { provincial: percentToShare(provincial), city: percentToShare(city) },
      bands: bands.map((band, index) => ({ ...rest.bands[index], ...band })) as RuleSet["bands"],
    };
    issue.mutate(
      { ruleSet },
      {
        onSuccess: () => {
          void message.success(texts.issued(quarterName(page, fields.from)));
          forget();
          close();
        },
      },
    );
  };
  const needed = [{ required: true, message: texts.needed }];
  return (
    <Drawer
      open
      size={560}
      title={texts.newRuleSet}
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
        initialValues={{
          ...rest,
          from: comingQuarters(today)[1],
          provincial: shareToPercent(weights.provincial),
          city: shareToPercent(weights.city),
        }}
        onFinish={send}
      >
        <Form.Item name="from" label={texts.fromQuarter}>
          <Select
            options={comingQuarters(today).map((value) => ({ value, label: quarterName(page, value) }))}
            style={{ width: 240 }}
          />
        </Form.Item>
        <Row gutter={16}>
          <Col span={12}>
            <Form.Item name="provincial" label={texts.provincial} rules={needed}>
              <Input suffix="%" />
            </Form.Item>
          </Col>
          <Col span={12}>
            <Form.Item name="city" label={texts.city} rules={needed}>
              <Input suffix="%" />
            </Form.Item>
          </Col>
        </Row>
        <Form.List name="bands">
          {(fields) =>
            fields.map(({ key, name }) => {
              const kind = rest.bands[name]?.kind ?? "none";
              return (
                <Form.Item
                  key={key}
                  name={[name, "from"]}
                  label={texts.bandFrom(texts.bands[kind] ?? kind)}
                  rules={needed}
                >
                  <Input suffix={texts.pointsSuffix} style={{ width: 160 }} disabled={name === 0} />
                </Form.Item>
              );
            })
          }
        </Form.List>
        <Row gutter={16}>
          <Col span={12}>
            <Form.Item name="terminationBelow" label={texts.termination} rules={needed}>
              <Input suffix={texts.pointsSuffix} />
            </Form.Item>
          </Col>
          <Col span={12}>
            <Form.Item name="nearEdge" label={texts.nearEdge} rules={needed}>
              <Input suffix={texts.pointsSuffix} />
            </Form.Item>
          </Col>
          <Col span={12}>
            <Form.Item name="minDays" label={texts.minDays} rules={needed}>
              <InputNumber min={0} precision={0} style={{ width: "100%" }} />
            </Form.Item>
          </Col>
          <Col span={12}>
            <Form.Item name="objectionDays" label={texts.objection} rules={needed}>
              <InputNumber min={0} precision={0} style={{ width: "100%" }} />
            </Form.Item>
          </Col>
        </Row>
        <Form.Item name="probationCounts" valuePropName="checked">
          <Checkbox>{texts.probationCounts}</Checkbox>
        </Form.Item>
        <Form.Item name="replacementAtSeventy" valuePropName="checked">
          <Checkbox>{texts.replacementAtSeventy}</Checkbox>
        </Form.Item>
      </Form>
    </Drawer>
  );
}
