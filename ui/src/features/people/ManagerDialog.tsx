// 管理人: who arranges the person's work in the unit, by account or by name.
import { Form, Input, Radio } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface Fields {
  who: "me" | "other";
  name?: string;
}

export function ManagerDialog({
  staffNo,
  arrivedOn,
  named,
  onClose,
}: {
  staffNo: string;
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
      act={useAct("nameManager")}
      request={useRequest(staffNo, arrivedOn)}
      done={words.managerDone}
      onClose={onClose}
    >
      <Form.Item name="who">
        <Radio.Group
          options={[
            { value: "other", label: words.managerOther },
            { value: "me", label: words.managerMe },
          ]}
        />
      </Form.Item>
      <NameItem />
    </ActDialog>
  );
}

function useRequest(staffNo: string, arrivedOn: string) {
  const { session } = useSignedIn();
  return ({ who, name }: Fields) => ({
    staffNo,
    arrivedOn,
    account: who === "me" ? session.account : null,
    name: who === "me" ? null : (name ?? "").trim(),
  });
}

function NameItem() {
  const words = usePick(TEXTS).papers;
  const texts = useTexts();
  if (Form.useWatch("who") === "me") return null;
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
