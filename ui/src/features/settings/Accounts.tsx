// 账号: who may sign in, and whether two persons are needed.
import {
  App,
  Button,
  Card,
  Flex,
  Form,
  Input,
  Modal,
  Popconfirm,
  Select,
  Skeleton,
  Switch,
  Tag,
  Typography,
} from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { PasswordItems } from "../../shared/password/PasswordItems";
import { useInView } from "../../shared/inView";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { ListCard, matches } from "./ListCard";
import { TEXTS } from "./texts";

const UNIT_ROLES = ["unitManager", "unitLeader"];

export default function Accounts() {
  const words = usePick(TEXTS);
  const texts = words.accounts;
  const page = useTexts();
  const may = useMay();
  const { message } = App.useApp();
  const { session } = useSignedIn();
  const { units } = useInView();
  const accounts = useRead("accounts", {});
  const close = useAct("closeAccount");
  const [find, setFind] = useState("");
  const [opening, setOpening] = useState(false);
  if (accounts.isPending) return <Skeleton active />;
  if (accounts.isError) return <Failure error={accounts.error} retry={() => accounts.refetch()} />;
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const unitOf = (unit: string | null) => (unit === null ? null : (names.get(unit) ?? unit));
  const role = (code: string) => page.roles[code] ?? code;
  return (
    <Flex vertical gap="middle">
      {may("setTwoPerson") ? <TwoPerson /> : null}
      {close.isError ? <Failure error={close.error} /> : null}
      <ListCard
        title={texts.title(accounts.data.filter(({ open }) => open).length)}
        find={find}
        setFind={setFind}
        hint={texts.find}
        width={620}
        above={96}
        actions={
          may("openAccount") ? (
            <Button type="primary" onClick={() => setOpening(true)}>
              {texts.open}
            </Button>
          ) : null
        }
        rowKey="account"
        dataSource={accounts.data.filter((view) =>
          matches(find, [view.account, view.name, role(view.role), unitOf(view.unit), view.post]),
        )}
        columns={[
          {
            title: texts.account,
            dataIndex: "account",
            width: 110,
            ellipsis: true,
            sorter: (a, b) => a.account.localeCompare(b.account),
          },
          { title: texts.name, dataIndex: "name", width: 100, ellipsis: true },
          {
            title: texts.role,
            dataIndex: "role",
            width: 150,
            filters: Object.entries(page.roles).map(([value, text]) => ({ value, text })),
            onFilter: (value, view) => view.role === value,
            render: role,
          },
          {
            title: texts.unit,
            dataIndex: "unit",
            width: 140,
            ellipsis: true,
            render: (unit) => unitOf(unit) ?? "—",
          },
          {
            title: texts.post,
            dataIndex: "post",
            responsive: ["xl"],
            width: 130,
            ellipsis: true,
            render: (post) => post ?? "—",
          },
          {
            title: texts.state,
            dataIndex: "open",
            width: 90,
            filters: [
              { value: true, text: texts.inUse },
              { value: false, text: texts.closed },
            ],
            onFilter: (value, view) => view.open === value,
            render: (open: boolean) =>
              open ? <Tag color="green">{texts.inUse}</Tag> : <Tag>{texts.closed}</Tag>,
          },
          {
            key: "act",
            width: 80,
            render: (_, view) =>
              view.open && view.account !== session.account && may("closeAccount") ? (
                <Popconfirm
                  title={texts.closeAsk(view.name)}
                  description={texts.closeHelp}
                  onConfirm={() =>
                    close.mutate(
                      { account: view.account },
                      { onSuccess: () => void message.success(texts.closedNow(view.account)) },
                    )
                  }
                >
                  <Button size="small" danger type="text">
                    {texts.close}
                  </Button>
                </Popconfirm>
              ) : null,
          },
        ]}
      />
      {opening ? <OpenAccount close={() => setOpening(false)} /> : null}
    </Flex>
  );
}

function TwoPerson() {
  const texts = usePick(TEXTS).accounts;
  const { status } = useSignedIn();
  const { modal, message } = App.useApp();
  const set = useAct("setTwoPerson");
  const on = status.twoPerson === true;
  return (
    <Card size="small">
      <Flex align="center" gap="middle">
        <Switch
          checked={on}
          loading={set.isPending}
          aria-label={texts.twoPerson}
          onChange={(next) =>
            modal.confirm({
              title: next ? texts.twoPersonOn : texts.twoPersonOff,
              content: next ? texts.twoPersonOnHelp : texts.twoPersonOffHelp,
              onOk: () =>
                set.mutate({ on: next }, { onSuccess: () => void message.success(texts.twoPersonSet(next)) }),
            })
          }
        />
        <div>
          <Typography.Text strong>{texts.twoPerson}</Typography.Text>
          <br />
          <Typography.Text type="secondary">{texts.twoPersonHelp}</Typography.Text>
        </div>
      </Flex>
      {set.isError ? <Failure error={set.error} /> : null}
    </Card>
  );
}

interface Fields {
  account: string;
  name: string;
  role: string;
  unit?: string;
  post?: string;
  password: string;
  again: string;
}

function OpenAccount({ close }: { close: () => void }) {
  const texts = usePick(TEXTS).accounts;
  const page = useTexts();
  const { units } = useInView();
  const { message } = App.useApp();
  const open = useAct("openAccount");
  const { props, form, forget } = useKeptForm<Fields>("openAccount", ["password", "again"]);
  const role = Form.useWatch("role", form) ?? "";
  const ofUnit = UNIT_ROLES.includes(role);
  return (
    <Modal
      open
      title={texts.open}
      okText={texts.open}
      okButtonProps={{ htmlType: "submit", form: props.name }}
      confirmLoading={open.isPending}
      onCancel={close}
    >
      <Form<Fields>
        {...props}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) =>
          open.mutate(
            {
              account: fields.account.trim(),
              name: fields.name.trim(),
              role: fields.role,
              unit: ofUnit ? (fields.unit ?? null) : null,
              post: fields.post?.trim() || null,
              password: fields.password,
            },
            {
              onSuccess: () => {
                void message.success(texts.opened(fields.account.trim()));
                forget();
                close();
              },
            },
          )
        }
      >
        <Form.Item name="role" label={texts.role} rules={[{ required: true, message: texts.roleNeeded }]}>
          <Select options={Object.entries(page.roles).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        {ofUnit ? (
          <Form.Item name="unit" label={texts.unit} rules={[{ required: true, message: texts.unitNeeded }]}>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              options={units.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Form.Item>
        ) : null}
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
        {open.isError ? <Failure error={open.error} /> : null}
      </Form>
    </Modal>
  );
}
