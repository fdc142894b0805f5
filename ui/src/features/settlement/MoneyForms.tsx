// Recording an invoice and a payment.
import { App, Button, Flex, Form, Input, Radio, Tooltip } from "antd";
import type { SettlementView } from "../../bindings/bindings";
import { DayItem } from "../../shared/DayItem";
import { compare, money } from "../../shared/exact";
import { Failure } from "../../shared/Failure";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";

import { AMOUNT, amountOf } from "./requests";
import { TEXTS } from "./texts";

export function useAmountRules() {
  const texts = usePick(TEXTS).money;
  return [
    { required: true, message: texts.needed },
    {
      validator: (_: unknown, value: string | undefined) =>
        value === undefined || value === "" || AMOUNT.test(amountOf(value))
          ? Promise.resolve()
          : Promise.reject(new Error(texts.badAmount)),
    },
  ];
}

const NUMBERS = { fontVariantNumeric: "tabular-nums", textAlign: "right" } as const;

interface Invoice {
  number: string;
  special: boolean;
  amount: string;
  on: string;
}

export function InvoiceForm({ quarter }: { quarter: string }) {
  const all = usePick(TEXTS).money;
  const texts = all.invoice;
  const { message } = App.useApp();
  const { status } = useSignedIn();
  const act = useAct("recordInvoice");
  const kept = useKeptForm<Invoice>(`invoice.${quarter}`);
  const amount = useAmountRules();
  const needed = [{ required: true, message: all.needed }];
  const submit = async (typed: Invoice) => {
    try {
      await act.mutateAsync({
        quarter,
        number: typed.number.trim(),
        special: typed.special,
        amount: amountOf(typed.amount),
        on: typed.on,
      });
    } catch {
      return; // shown below, with what was typed
    }
    kept.forget();
    void message.success(texts.done);
  };
  return (
    <Form
      {...kept.props}
      layout="vertical"
      requiredMark={false}
      initialValues={{ special: true, on: status.today ?? undefined }}
      onFinish={submit}
    >
      <Flex gap="middle" wrap>
        <Form.Item name="number" label={texts.number} rules={needed} style={{ flex: "2 1 220px" }}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="amount"
          label={texts.amount}
          tooltip={texts.help}
          rules={amount}
          style={{ flex: "1 1 160px" }}
        >
          <Input inputMode="decimal" style={NUMBERS} />
        </Form.Item>
        <DayItem label={texts.on} />
      </Flex>
      <Form.Item name="special" label={texts.kind}>
        <Radio.Group
          options={[
            { value: true, label: texts.special },
            { value: false, label: texts.ordinary },
          ]}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.isPending}>
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

interface Payment {
  voucher: string;
  amount: string;
  on: string;
}

export function PaymentForm({ settlement }: { settlement: SettlementView }) {
  const { quarter, status: stage, amountDue } = settlement;
  const all = usePick(TEXTS).money;
  const texts = all.payment;
  const { message, modal } = App.useApp();
  const { status } = useSignedIn();
  const act = useAct("recordPayment");
  const kept = useKeptForm<Payment>(`payment.${quarter}`);
  const amount = useAmountRules();
  const needed = [{ required: true, message: all.needed }];
  const submit = async (typed: Payment) => {
    const sum = amountOf(typed.amount);
    // More than is due may be meant, as an advance; but it is asked.
    if (amountDue !== null && compare(sum, amountDue) > 0) {
      const meant = await modal.confirm({
        title: texts.moreAsk(money(sum), money(amountDue)),
        content: texts.moreHelp,
        okText: texts.act,
      });
      if (!meant) return;
    }
    try {
      const { paid, amountDue: left } = await act.mutateAsync({
        quarter,
        voucher: typed.voucher.trim(),
        amount: sum,
        on: typed.on,
      });
      kept.forget();
      void message.success(texts.done(money(paid), left === null ? "—" : money(left)));
    } catch {
      // shown below, with what was typed
    }
  };
  const early = stage === "draft";
  const button = (
    <Button type="primary" htmlType="submit" loading={act.isPending} disabled={early}>
      {texts.act}
    </Button>
  );
  return (
    <Form
      {...kept.props}
      layout="vertical"
      requiredMark={false}
      initialValues={{ on: status.today ?? undefined }}
      onFinish={submit}
    >
      <Flex gap="middle" wrap>
        <Form.Item name="voucher" label={texts.voucher} rules={needed} style={{ flex: "2 1 220px" }}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="amount"
          label={texts.amount}
          tooltip={texts.help}
          rules={amount}
          style={{ flex: "1 1 160px" }}
          extra={
            !early && amountDue !== null && amountDue !== "0.00" ? (
              <Button
                type="link"
                size="small"
                style={{ padding: 0 }}
                onClick={() => kept.form.setFieldValue("amount", amountDue)}
              >
                {texts.fillDue}
              </Button>
            ) : undefined
          }
        >
          <Input inputMode="decimal" style={NUMBERS} />
        </Form.Item>
        <DayItem label={texts.on} />
      </Flex>
      {early ? (
        <Tooltip title={all.notFinal}>
          <span tabIndex={0}>{button}</span>
        </Tooltip>
      ) : (
        button
      )}
      {act.error ? (
        <div style={{ marginBlockStart: 12 }}>
          <Failure error={act.error} />
        </div>
      ) : null}
    </Form>
  );
}
