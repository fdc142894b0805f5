// 结转: an amount of this quarter carried into one that is not final yet.
import { Alert, App, Button, Flex, Form, Input, Modal, Select } from "antd";
import { money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useAct } from "../../shared/useCase";
import { useAmountRules } from "./MoneyForms";
import { amountOf } from "./requests";
import { TEXTS } from "./texts";

interface Adjustment {
  to: string;
  amount: string;
  reason: string;
}

export function AdjustmentForm({ quarter }: { quarter: string }) {
  const general = useTexts();
  const all = usePick(TEXTS).money;
  const texts = all.adjustment;
  const { message } = App.useApp();
  const [modal, holder] = Modal.useModal();
  const { quarters } = useInView();
  const act = useAct("carryAdjustment");
  const kept = useKeptForm<Adjustment>(`adjustment.${quarter}`);
  const amount = useAmountRules();
  const open = quarters.filter(
    ({ quarter: other, known }) => other !== quarter && (known === null || known.status === "draft"),
  );
  const submit = async (typed: Adjustment) => {
    const yuan = amountOf(typed.amount);
    const sure = await modal.confirm({
      title: texts.title,
      content: texts.sure(quarterName(general, quarter), quarterName(general, typed.to), money(yuan)),
      okText: texts.act,
    });
    if (!sure) return;
    try {
      await act.mutateAsync({ from: quarter, to: typed.to, amount: yuan, reason: typed.reason.trim() });
    } catch {
      return; // shown below, with what was typed
    }
    kept.forget();
    void message.success(texts.done);
  };
  if (open.length === 0) return <Alert type="info" showIcon title={texts.none} />;
  return (
    <Form {...kept.props} layout="vertical" requiredMark={false} onFinish={submit}>
      {holder}
      <Flex gap="middle" wrap>
        <Form.Item label={texts.from} style={{ width: 160 }}>
          <Input disabled value={quarterName(general, quarter)} aria-label={texts.from} />
        </Form.Item>
        <Form.Item
          name="to"
          label={texts.to}
          style={{ width: 180 }}
          rules={[{ required: true, message: all.needed }]}
        >
          <Select
            options={open.map(({ quarter: value }) => ({ value, label: quarterName(general, value) }))}
          />
        </Form.Item>
        <Form.Item
          name="amount"
          label={texts.amount}
          tooltip={texts.help}
          rules={amount}
          style={{ flex: "1 1 160px" }}
        >
          <Input inputMode="decimal" style={{ textAlign: "right" }} />
        </Form.Item>
      </Flex>
      <Form.Item
        name="reason"
        label={texts.reason}
        rules={[{ required: true, whitespace: true, message: all.needed }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" loading={act.isPending}>
        {texts.act}
      </Button>
      {act.error ? (
        <div style={{ marginBlockStart: 12 }}>
          <Failure error={act.error} />
        </div>
      ) : null}
    </Form>
  );
}
