// The backup plan's form: two places, how often, on closing, how many files stay.
import { Flex, Form, InputNumber, Radio, Switch } from "antd";
import type { BackupPlanView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { FolderField } from "../../shared/files/FolderField";
import { usePick } from "../../shared/pick";
import { useAct } from "../../shared/useCase";
import { type PlanFields, fieldsOf, requestOf } from "./plan";
import { TEXTS } from "./texts";

interface PlanFormProps {
  plan: BackupPlanView;
  saved: (view: BackupPlanView) => void;
  close: () => void;
}

export function PlanForm({ plan, saved, close }: PlanFormProps) {
  const texts = usePick(TEXTS).plan;
  const placeOf = (place: string) => texts.places[place] ?? place;
  return (
    <ActDialog
      name="backupPlan"
      title={texts.set}
      initial={fieldsOf(plan)}
      act={useAct("setBackupPlan")}
      request={(fields: PlanFields) => requestOf(fields)}
      done={(view) => {
        saved(view);
        return texts.saved;
      }}
      onClose={close}
    >
      <Form.Item name="first" label={placeOf("first")} extra={texts.firstHelp}>
        <FolderField title={placeOf("first")} />
      </Form.Item>
      <Form.Item name="second" label={placeOf("second")} extra={texts.secondHelp}>
        <FolderField title={placeOf("second")} />
      </Form.Item>
      <Form.Item name="rhythm" label={texts.rhythm} extra={texts.rhythmHelp}>
        <Radio.Group
          optionType="button"
          options={["daily", "weekly", "off"].map((value) => ({ value, label: texts.rhythms[value] }))}
        />
      </Form.Item>
      <Form.Item extra={texts.onClosingHelp}>
        <Flex align="center" gap="small">
          <Form.Item name="onClosing" valuePropName="checked" noStyle>
            <Switch aria-label={texts.onClosing} />
          </Form.Item>
          {texts.onClosing}
        </Flex>
      </Form.Item>
      <Form.Item
        name="keep"
        label={texts.keep}
        extra={texts.keepHelp}
        rules={[{ required: true, message: texts.keepNeeded }]}
      >
        <InputNumber min={1} max={999} precision={0} suffix={texts.keepSuffix} style={{ width: 120 }} />
      </Form.Item>
    </ActDialog>
  );
}
