// The paper way: the scan of a report signed and stamped by hand is recorded by one person and approved by another.
import { Alert, App, Button, Flex, Form, Input, InputNumber, Popconfirm, Typography } from "antd";
import type { SettlementView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { type PaperForm, paperRequest } from "./requests";
import { TEXTS } from "./texts";

const SCANS = ["pdf", "jpg", "jpeg", "png"];

export function PaperPanel({ settlement }: { settlement: SettlementView }) {
  const all = usePick(TEXTS);
  const texts = all.paper;
  const { message } = App.useApp();
  const { status } = useSignedIn();
  const may = useMay();
  const { quarter, revision, paperWaiting: waiting } = settlement;
  const record = useAct("acceptPaper");
  const approve = useAct("approvePaper");
  const kept = useKeptForm<PaperForm>(`paper.${quarter}`);
  const needed = [{ required: true, message: texts.needed }];
  const submit = async (form: PaperForm) => {
    try {
      const done = await record.mutateAsync(paperRequest(quarter, form));
      kept.forget();
      void message.success(all.receive.outcome[done.outcome] ?? done.outcome);
    } catch {
      // shown below, with what was typed
    }
  };
  const agree = async () => {
    try {
      const done = await approve.mutateAsync({ quarter });
      void message.success(all.receive.outcome[done.outcome] ?? done.outcome);
    } catch {
      // shown below
    }
  };
  return (
    <Flex vertical gap="small">
      <Typography.Text type="secondary">{texts.help}</Typography.Text>
      {may("acceptPaper", status.unit) ? (
        <Form
          {...kept.props}
          layout="vertical"
          requiredMark={false}
          onFinish={submit}
          initialValues={{ reportNo: settlement.reportNo, revision }}
        >
          <Form.Item name="path" label={texts.path} rules={needed}>
            <PathField kind={{ name: texts.document, extensions: SCANS }} title={texts.pathTitle} />
          </Form.Item>
          <Flex gap="middle" wrap>
            <Form.Item name="reportNo" label={texts.reportNo} rules={needed} style={{ flex: "1 1 200px" }}>
              <Input />
            </Form.Item>
            <Form.Item name="revision" label={texts.revision} rules={needed}>
              <InputNumber min={1} precision={0} />
            </Form.Item>
            <Form.Item name="signers" label={texts.signers} rules={needed} style={{ flex: "1 1 220px" }}>
              <Input placeholder={texts.signersHelp} maxLength={100} />
            </Form.Item>
          </Flex>
          <Flex gap="middle" wrap>
            <Form.Item
              name="sealApproval"
              label={texts.sealApproval}
              rules={needed}
              style={{ flex: "1 1 200px" }}
            >
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="sealKind" label={texts.sealKind} style={{ flex: "1 1 200px" }}>
              <Input maxLength={60} />
            </Form.Item>
          </Flex>
          <Button htmlType="submit" loading={record.isPending}>
            {texts.act}
          </Button>
        </Form>
      ) : null}
      {record.error ? <Failure error={record.error} /> : null}
      {record.data ? (
        <Alert
          type="success"
          showIcon
          title={all.receive.outcome[record.data.outcome] ?? record.data.outcome}
        />
      ) : null}
      {waiting === null ? null : (
        <Alert type="info" showIcon title={texts.waiting(waiting.name, waiting.at)} />
      )}
      {waiting !== null && may("approvePaper", status.unit) ? (
        <div>
          <Popconfirm
            title={texts.approve}
            description={texts.approveSure}
            okText={texts.approve}
            onConfirm={agree}
          >
            <Button loading={approve.isPending}>{texts.approve}</Button>
          </Popconfirm>
        </div>
      ) : null}
      {approve.error ? <Failure error={approve.error} /> : null}
    </Flex>
  );
}
