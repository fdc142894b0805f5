// 开票与付款: what is due and paid, and the records of invoices, payments and amounts carried to another quarter.
import { Card, Collapse, Descriptions, Flex } from "antd";
import type { SettlementView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { AdjustmentForm } from "./AdjustmentForm";
import { Exports } from "./Exports";
import { InvoiceForm, PaymentForm } from "./MoneyForms";
import { Recorded } from "./Recorded";
import { TEXTS } from "./texts";

export function Money({ settlement }: { settlement: SettlementView }) {
  const all = usePick(TEXTS);
  const texts = all.money;
  const may = useMay();
  const { status } = useSignedIn();
  const { feePayable, adjustments, paid, amountDue, amountDueSplit } = settlement;
  const forms = [
    may("recordInvoice", status.unit)
      ? { key: "invoice", label: texts.invoice.title, children: <InvoiceForm quarter={settlement.quarter} /> }
      : null,
    may("recordPayment", status.unit)
      ? { key: "payment", label: texts.payment.title, children: <PaymentForm settlement={settlement} /> }
      : null,
    may("carryAdjustment", status.unit)
      ? {
          key: "adjustment",
          label: texts.adjustment.title,
          children: <AdjustmentForm quarter={settlement.quarter} />,
        }
      : null,
  ].filter((form) => form !== null);
  return (
    <Flex vertical gap="middle">
      <Card size="small" title={texts.due}>
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: "payable", label: all.tree.fee, children: feePayable === null ? "—" : money(feePayable) },
            ...adjustments.map(({ fromQuarter, amount, reason }, index) => ({
              key: `adjustment.${index}`,
              label: all.tree.adjustment(fromQuarter),
              children: `${money(amount)} · ${reason}`,
            })),
            { key: "paid", label: all.paid, children: money(paid) },
            {
              key: "due",
              label: <span title={all.dueHelp}>{all.due}</span>,
              children: amountDue === null ? "—" : <strong>{money(amountDue)}</strong>,
            },
            ...(amountDueSplit === null
              ? []
              : [{ key: "capitals", label: all.capitals, children: amountDueSplit.capitals }]),
          ]}
        />
      </Card>
      {forms.length > 0 ? (
        <Collapse
          defaultActiveKey={settlement.status === "draft" ? [] : ["invoice", "payment"]}
          items={forms}
        />
      ) : null}
      {may("moneyRecords") ? <Recorded quarter={settlement.quarter} /> : null}
      <Exports settlement={settlement} />
    </Flex>
  );
}
