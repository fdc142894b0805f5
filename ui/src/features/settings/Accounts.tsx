// 账号: who may sign in, and whether two persons are needed.
import { App, Button, Card, Flex, Popconfirm, Skeleton, Switch, Tag, Typography } from "antd";
import { useState } from "react";
import type { AccountView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { OfferHandover } from "../handover/OfferHandover";
import { TEXTS as HANDOVER } from "../handover/texts";
import { ListCard, matches } from "./ListCard";
import { OpenAccount } from "./OpenAccount";
import { TEXTS } from "./texts";
import { TieAccount } from "./TieAccount";

export default function Accounts() {
  const words = usePick(TEXTS);
  const texts = words.accounts;
  const page = useTexts();
  const handover = usePick(HANDOVER);
  const may = useMay();
  const { message } = App.useApp();
  const { session } = useSignedIn();
  const { units } = useInView();
  const accounts = useRead("accounts", {});
  const close = useAct("closeAccount");
  const [find, setFind] = useState("");
  const [opening, setOpening] = useState(false);
  const [tying, setTying] = useState<AccountView | null>(null);
  const [leaver, setLeaver] = useState<AccountView | null>(null);
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
          matches(find, [
            view.account,
            view.name,
            role(view.role),
            unitOf(view.unit),
            view.post,
            view.staffNo,
          ]),
        )}
        columns={[
          {
            title: texts.account,
            dataIndex: "account",
            width: 96,
            ellipsis: true,
            sorter: (a, b) => a.account.localeCompare(b.account),
          },
          { title: texts.name, dataIndex: "name", width: 84, ellipsis: true },
          {
            title: texts.role,
            dataIndex: "role",
            width: 128,
            filters: Object.entries(page.roles).map(([value, text]) => ({ value, text })),
            onFilter: (value, view) => view.role === value,
            render: (code: string, { staffNo }) =>
              staffNo === null ? role(code) : `${role(code)} ${staffNo}`,
          },
          {
            title: texts.unit,
            dataIndex: "unit",
            width: 116,
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
            width: 84,
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
            width: 116,
            render: (_, view) =>
              view.open && view.account !== session.account && may("closeAccount") ? (
                <Flex wrap>
                  {view.role === "engineer" && may("tieAccount") ? (
                    <Button size="small" type="text" onClick={() => setTying(view)}>
                      {texts.tie}
                    </Button>
                  ) : null}
                  <Button size="small" type="text" onClick={() => setLeaver(view)}>
                    {handover.handOver}
                  </Button>
                  <Popconfirm
                    title={texts.closeAsk(view.name)}
                    description={texts.closeHelp}
                    okText={texts.close}
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
                </Flex>
              ) : null,
          },
        ]}
      />
      {opening ? <OpenAccount close={() => setOpening(false)} /> : null}
      {tying === null ? null : <TieAccount view={tying} close={() => setTying(null)} />}
      {leaver === null ? null : (
        <OfferHandover account={leaver.account} name={leaver.name} onClose={() => setLeaver(null)} />
      )}
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
              okText: next ? texts.turnOn : texts.turnOff,
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
