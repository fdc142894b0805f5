// Opening an account: for whom, as what, and with which password.
import { Form, Input, Select } from "antd";
import { ActDialog } from "../../shared/act/ActDialog";
import { useInView } from "../../shared/inView";
import { PasswordItems } from "../../shared/password/PasswordItems";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { StaffItem } from "../people/StaffItem";
import { TEXTS } from "./texts";

const UNIT_ROLES = ["unitManager", "unitLeader", "requester", "engineer", "commercialOfficer"];
const ENGINEER = "engineer";

interface Fields {
  account: string;
  name: string;
  role: string;
  unit?: string;
  post?: string;
  staffNo?: string;
  password: string;
  again: string;
}

export function OpenAccount({ close }: { close: () => void }) {
  const texts = usePick(TEXTS).accounts;
  const page = useTexts();
  const { units } = useInView();
  return (
    <ActDialog
      name="openAccount"
      title={texts.open}
      secret={["password", "again"]}
      act={useAct("openAccount")}
      request={(fields: Fields) => ({
        account: fields.account.trim(),
        name: fields.name.trim(),
        role: fields.role,
        unit: UNIT_ROLES.includes(fields.role) ? (fields.unit ?? null) : null,
        post: fields.post?.trim() || null,
        password: fields.password,
        staffNo: fields.role === ENGINEER ? (fields.staffNo ?? null) : null,
      })}
      beside={{
        accountNeedsEngineer: "staffNo",
        engineerHasAccount: "staffNo",
        unknownEngineer: "staffNo",
        accountTaken: "account",
      }}
      done={(_, { account }) => texts.opened(account.trim())}
      onClose={close}
    >
      <Form.Item name="role" label={texts.role} rules={[{ required: true, message: texts.roleNeeded }]}>
        <Select options={Object.entries(page.roles).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item<Fields> noStyle shouldUpdate={(before, now) => before.role !== now.role}>
        {({ getFieldValue }) =>
          UNIT_ROLES.includes(getFieldValue("role") as string) ? (
            <Form.Item name="unit" label={texts.unit} rules={[{ required: true, message: texts.unitNeeded }]}>
              <Select
                showSearch={{ optionFilterProp: "label" }}
                options={units.map(({ code, name }) => ({ value: code, label: name }))}
              />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item<Fields> noStyle shouldUpdate={(before, now) => before.role !== now.role}>
        {({ getFieldValue }) =>
          getFieldValue("role") === ENGINEER ? (
            <StaffItem name="staffNo" label={texts.staffNo} extra={texts.staffNoHelp} except="" needed />
          ) : null
        }
      </Form.Item>
      <Form.Item
        name="name"
        label={texts.name}
        extra={texts.nameHelp}
        rules={[{ required: true, whitespace: true, message: texts.nameNeeded }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="account"
        label={texts.account}
        extra={texts.accountHelp}
        rules={[
          { required: true, whitespace: true, message: texts.accountNeeded },
          { pattern: /^\S{1,40}$/, message: texts.noBlanks },
        ]}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="post" label={texts.post}>
        <Input autoComplete="off" />
      </Form.Item>
      <PasswordItems label={texts.password} />
    </ActDialog>
  );
}
