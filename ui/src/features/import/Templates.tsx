// Tables to fill in: an empty one of each kind, or a month's workbooks with the people in them; and what is on record.
import { DownloadOutlined } from "@ant-design/icons";
import { App, Button, Card, Col, DatePicker, Flex, Form, Row, Select, Space, Typography } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { Failure } from "../../shared/Failure";
import { FolderField } from "../../shared/files/FolderField";
import { useExport } from "../../shared/files/useExport";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { type Kind, useImportable } from "./kinds";
import { TEXTS } from "./texts";

interface Fields {
  month: Dayjs;
  unit: string;
  out: string;
}

const ALL = "*";

export function Templates() {
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} lg={12}>
        <Blank />
      </Col>
      <Col xs={24} lg={12}>
        <MonthWorkbooks />
      </Col>
    </Row>
  );
}

function Blank() {
  const texts = usePick(TEXTS);
  const words = texts.template;
  const may = useMay();
  const kinds = useImportable();
  const make = useExport("makeTemplate");
  const keep = useExport("exportSheet");
  const fileKind = { name: texts.fileKind, extensions: ["xlsx"] };
  const template = (kind: Kind) =>
    make.save({
      title: words.blank,
      kind: fileKind,
      proposed: words.blankName(texts.kinds[kind] ?? kind),
      request: (out) => ({ kind, out, unit: null, allUnits: false, month: null }),
    });
  const exported = (kind: Kind) =>
    keep.save({
      title: words.exported,
      kind: fileKind,
      proposed: `${texts.kinds[kind]}.xlsx`,
      request: (out) => ({ kind, out, unit: null, month: null, quarter: null }),
    });
  return (
    <Card size="small" title={words.blank} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">
        {words.blankHelp} {words.exportHelp}
      </Typography.Paragraph>
      <Flex vertical gap="small">
        {kinds.map((kind) => (
          <Flex key={kind} justify="space-between" align="center" gap="small">
            {texts.kinds[kind]}
            <Space>
              <Button icon={<DownloadOutlined />} onClick={() => void template(kind)}>
                {words.blank}
              </Button>
              {may("exportSheet") ? (
                <Button onClick={() => void exported(kind)}>{words.exported}</Button>
              ) : null}
            </Space>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}

function MonthWorkbooks() {
  const words = usePick(TEXTS).template;
  const page = useTexts();
  const { message } = App.useApp();
  const { status } = useSignedIn();
  const { units } = useInView();
  const make = useAct("makeTemplate");
  const only = units.length === 1 ? units[0]?.code : undefined;
  return (
    <Card size="small" title={words.month} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">{words.monthHelp}</Typography.Paragraph>
      <Form<Fields>
        name="workbooks"
        layout="vertical"
        requiredMark={false}
        initialValues={{ month: dayjs(status.today ?? undefined).startOf("month"), unit: only ?? ALL }}
        onFinish={({ month, unit, out }) => {
          const name = month.format("YYYY-MM");
          const all = unit === ALL;
          make.mutate(
            {
              kind: "assessments",
              out: all
                ? out
                : `${out.replace(/[\\/]+$/, "")}${out.includes("\\") ? "\\" : "/"}${unit}-${name}.xlsx`,
              unit: all ? null : unit,
              allUnits: all,
              month: name,
            },
            { onSuccess: ({ files }) => void message.success(words.made(files.length)) },
          );
        }}
      >
        <Form.Item name="month" label={words.ofMonth} rules={[{ required: true }]}>
          <DatePicker picker="month" allowClear={false} style={{ width: 160 }} />
        </Form.Item>
        {only === undefined ? (
          <Form.Item name="unit" label={words.scope}>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              options={[
                { value: ALL, label: words.all },
                ...units.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
          </Form.Item>
        ) : (
          <Form.Item name="unit" hidden>
            <Select />
          </Form.Item>
        )}
        <Form.Item
          name="out"
          label={words.toFolder}
          rules={[{ required: true, whitespace: true, message: page.ledger.folderNeeded }]}
        >
          <FolderField title={words.toFolder} />
        </Form.Item>
        {make.isError ? (
          <div style={{ marginBlockEnd: 16 }}>
            <Failure error={make.error} />
          </div>
        ) : null}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {words.make}
        </Button>
      </Form>
    </Card>
  );
}
