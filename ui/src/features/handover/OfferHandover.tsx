// Offering an account's work to a successor.
import { Alert, Form, Input, Select } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { Failure } from "../../shared/Failure";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useAct, useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Fields {
  to: string;
  note?: string;
}

/** `account`: whose work; one's own where absent. */
export function OfferHandover({
  account,
  name,
  onClose,
}: {
  account?: string;
  name?: string;
  onClose: () => void;
}) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const successors = useRead("successors", { account: account ?? null });
  const names = new Map(successors.data?.map((view) => [view.account, view.name]));
  return (
    <ActDialog
      name={`handover-${account ?? "own"}`}
      title={name === undefined ? texts.offer : texts.offerOf(name)}
      says={texts.offerSays}
      act={useAct("offerHandover")}
      request={({ to, note }: Fields) => ({
        account: account ?? null,
        to,
        note: note?.trim() || null,
      })}
      done={(_, { to }) => texts.offered(names.get(to) ?? to)}
      onClose={onClose}
    >
      {successors.isError ? <Failure error={successors.error} retry={() => successors.refetch()} /> : null}
      {successors.data?.length === 0 ? (
        <Alert type="info" showIcon title={texts.nobody} style={{ marginBlockEnd: 16 }} />
      ) : null}
      <Form.Item name="to" label={texts.to} rules={[{ required: true, message: texts.toNeeded }]}>
        <Select
          loading={successors.isPending}
          disabled={successors.data?.length === 0}
          showSearch={{ optionFilterProp: "label" }}
          options={(successors.data ?? []).map((view) => ({
            value: view.account,
            label: `${view.name}${marks.aside(view.account)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="note" label={texts.note} extra={texts.noteHelp}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </ActDialog>
  );
}
