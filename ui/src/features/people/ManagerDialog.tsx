// 管理人: who arranges the person's work in the unit, by account or by name.
import { Form, Input, Radio, Select } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Fields {
  who: "me" | "account" | "other";
  account?: string;
  name?: string;
}

export function ManagerDialog({
  staffNo,
  unit,
  arrivedOn,
  named,
  onClose,
}: {
  staffNo: string;
  unit: string;
  arrivedOn: string;
  named: boolean;
  onClose: () => void;
}) {
  const words = usePick(TEXTS).papers;
  return (
    <ActDialog
      name={`manager.${staffNo}.${arrivedOn}`}
      title={named ? words.renameManager : words.name}
      says={words.managerHelp}
      initial={{ who: "other" }}
      beside={{ unknownAccount: "account" }}
      act={useAct("nameManager")}
      request={useRequest(staffNo, arrivedOn)}
      done={words.managerDone}
      onClose={onClose}
    >
      <Form.Item name="who">
        <Radio.Group
          options={[
            { value: "other", label: words.managerOther },
            { value: "account", label: words.managerAccount },
            { value: "me", label: words.managerMe },
          ]}
        />
      </Form.Item>
      <WhoItem unit={unit} />
    </ActDialog>
  );
}

function useRequest(staffNo: string, arrivedOn: string) {
  const { session } = useSignedIn();
  return ({ who, account, name = "" }: Fields) => ({
    staffNo,
    arrivedOn,
    account: who === "me" ? session.account : who === "account" ? (account ?? null) : null,
    name: who === "other" ? name.trim() : null,
  });
}

function WhoItem({ unit }: { unit: string }) {
  const words = usePick(TEXTS).papers;
  const texts = useTexts();
  const who = Form.useWatch<Fields["who"] | undefined>("who");
  const accounts = useRead("possibleManagers", { unit }, who === "account");
  if (who === "me") return null;
  if (who === "account")
    return (
      <Form.Item
        name="account"
        label={words.managerChosen}
        rules={[{ required: true, message: texts.needed }]}
      >
        <Select
          loading={accounts.isPending}
          showSearch={{ optionFilterProp: "label" }}
          options={(accounts.data ?? []).map(({ account, name, post }) => ({
            value: account,
            label: [name, post, account].filter(Boolean).join(" "),
          }))}
        />
      </Form.Item>
    );
  return (
    <Form.Item
      name="name"
      label={words.managerName}
      rules={[{ required: true, whitespace: true, message: texts.needed }]}
    >
      <Input maxLength={60} />
    </Form.Item>
  );
}
