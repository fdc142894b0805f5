// Recording that a party confirmed the quarter's results, of all units or of chosen ones.
import { Alert, App, Form, Modal, Radio, Select, Typography } from "antd";
import { useEffect } from "react";
import type { AppError, SettlementView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { useKeptForm } from "../../shared/keptForm";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useSignedIn } from "../../shared/session";
import { message as words } from "../../shared/words";
import { namesOf } from "./Blockers";
import { waitingFor } from "./steps";
import { type ConfirmForm, confirmRequests, partiesOf } from "./requests";
import { TEXTS } from "./texts";
import { useConfirmUnits } from "./useConfirmUnits";

const DOCUMENT = ["pdf", "jpg", "jpeg", "png", "doc", "docx"];

interface ConfirmDialogProps {
  settlement: SettlementView;
  open: boolean;
  /** The unit that was asked for; none means all. */
  unit: string | undefined;
  close: () => void;
}

export function ConfirmDialog({ settlement, open, unit, close }: ConfirmDialogProps) {
  const marks = useMarks();
  const all = usePick(TEXTS);
  const texts = all.confirm;
  const { language } = usePreference();
  const { message } = App.useApp();
  const { session } = useSignedIn();
  const { parties, onBehalf } = partiesOf(session);
  // An account of a unit confirms its own and no other.
  const own = session.reach.confirmUnits === "own" ? session.unit : null;
  const confirming = useConfirmUnits();
  const kept = useKeptForm<ConfirmForm>(`confirm.${settlement.quarter}`);
  const { form } = kept;
  const names = namesOf(settlement);
  const party = Form.useWatch("party", form) ?? parties[0] ?? "client";
  const which = Form.useWatch("which", form);
  const waiting = waitingFor(settlement, party).filter((code) => own === null || code === own);
  const asked = own ?? unit;

  useEffect(() => {
    if (!open) return;
    confirming.reset();
    if (asked !== undefined) form.setFieldsValue({ which: "chosen", units: [asked] });
    // Only when it is opened, and for whom.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open, asked]);

  const submit = async (typed: ConfirmForm) => {
    const done = await confirming.run(confirmRequests(settlement.quarter, { ...typed, party }));
    if (done === null) return;
    if (done.confirmed > 0) void message.success(texts.ok(done.confirmed));
    if (done.refused.length === 0 && done.error === null) {
      kept.forget();
      close();
    }
  };
  const refusal = (error: AppError | null) =>
    error === null ? "" : words(language, error.code, { ...error.params });

  return (
    <Modal
      open={open}
      title={texts.title}
      okText={texts.act}
      okButtonProps={{ disabled: waiting.length === 0 }}
      confirmLoading={confirming.running}
      onOk={() => form.submit()}
      onCancel={close}
      forceRender
      width={600}
    >
      <Form
        {...kept.props}
        layout="vertical"
        requiredMark={false}
        initialValues={{ party: parties[0], which: "all" }}
        onFinish={submit}
      >
        <Form.Item name="party" label={texts.party}>
          <Radio.Group
            options={parties.map((value) => ({ value, label: all.parties[value] ?? value }))}
            onChange={() => form.setFieldValue("units", undefined)}
          />
        </Form.Item>
        {waiting.length === 0 ? (
          <Alert type="info" showIcon title={texts.nothing} style={{ marginBlockEnd: 16 }} />
        ) : null}
        {own === null ? (
          <Form.Item name="which" label={texts.units}>
            <Radio.Group
              options={[
                { value: "all", label: texts.allWaiting(waiting.length) },
                { value: "chosen", label: texts.chosen },
              ]}
            />
          </Form.Item>
        ) : null}
        <Form.Item
          name="units"
          label={own === null ? texts.chosen : texts.units}
          hidden={own === null && which !== "chosen"}
          rules={which === "chosen" ? [{ required: true, message: texts.unitsNeeded }] : []}
        >
          <Select
            mode="multiple"
            disabled={own !== null}
            options={waiting.map((value) => ({ value, label: names.get(value) ?? value }))}
            showSearch={{ optionFilterProp: "label" }}
            maxTagCount="responsive"
          />
        </Form.Item>
        <Form.Item name="evidence" label={texts.evidence} extra={onBehalf ? texts.evidenceHelp : undefined}>
          <PathField kind={{ name: texts.document, extensions: DOCUMENT }} title={texts.evidence} />
        </Form.Item>
      </Form>
      <Typography.Paragraph type="secondary">
        {onBehalf ? texts.onBehalf : null} {party === "client" ? texts.own : null}
      </Typography.Paragraph>
      {confirming.running && confirming.all > 1 ? (
        <Typography.Text role="status">{texts.progress(confirming.at, confirming.all)}</Typography.Text>
      ) : null}
      {confirming.error ? <Failure error={confirming.error} /> : null}
      {confirming.refused.length > 0 ? (
        <Alert
          role="alert"
          type="warning"
          showIcon
          title={texts.refusedTitle(confirming.refused.length)}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 20, maxHeight: 200, overflowY: "auto" }}>
              {confirming.refused.map((outcome) => (
                <li key={outcome.unit}>
                  {`${names.get(outcome.unit) ?? outcome.unit}${marks.colon}${refusal(outcome.error)}`}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </Modal>
  );
}
