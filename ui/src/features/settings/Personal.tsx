// 个人信息: what is kept of a person is erased for good, as the law asks.
import { Alert, App, Button, Card, Flex, Form, Input, Select, Typography } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { useFoundPeople } from "../../shared/foundPeople";
import { useInView } from "../../shared/inView";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useAct, useRead } from "../../shared/useCase";
import { Copies } from "./Copies";
import { isMatter, useMatters, useParts } from "./matters";
import { Retention } from "./Retention";
import { TEXTS } from "./texts";

/** What an erasable subject begins with, as the program writes it. */
const KINDS = [
  "engineer",
  "account",
  "manager",
  "representative",
  "certificate",
  "customer",
  "opportunity",
] as const;
type Kind = (typeof KINDS)[number];

/** Engineers offered at most; who looks for another one types. */
const OFFERED = 50;

interface Fields {
  kind: Kind;
  who: string;
  /** Under which it is kept, of a customer or an opportunity. */
  part?: string;
  reason: string;
}

export default function Personal() {
  const { personal: texts, looking } = usePick(TEXTS);
  const { modal, message } = App.useApp();
  const erase = useAct("erasePersonal");
  const { props, form, forget } = useKeptForm<Fields>("erase");
  const kind = Form.useWatch("kind", form) ?? "engineer";
  const who = Form.useWatch("who", form) ?? "";
  const [typed, setTyped] = useState("");
  const engineers = useEngineers(typed, who, kind === "engineer");
  const others = useSubjects(kind);
  const matters = useMatters(kind, typed, who);
  const parts = useParts(kind, who);
  const part = Form.useWatch("part", form) ?? "";
  const matter = isMatter(kind);
  const found = matter ? matters : engineers;
  const options = matter || kind === "engineer" ? found.options : others;
  const subject = matter ? part : who.trim() === "" ? "" : `${kind}/${who.trim()}`;
  const kept = useRead("personalKept", { subject }, subject !== "");
  const ask = ({ who, reason }: Fields) => {
    const chosen = options.find(({ value }) => value === who)?.label ?? who;
    const of = parts.options.find(({ value }) => value === part)?.label;
    const name = matter && of !== undefined ? `${chosen} ${of}` : chosen;
    modal.confirm({
      title: texts.ask(name),
      width: 520,
      content: (
        <>
          <Typography.Paragraph>{texts.askHelp}</Typography.Paragraph>
          {kept.data === undefined ? null : <Copies copies={kept.data.copies} />}
        </>
      ),
      okText: texts.act,
      okButtonProps: { danger: true },
      onOk: () =>
        erase.mutate(
          { subject, reason: reason.trim() },
          {
            onSuccess: () => {
              void message.success(texts.done(name));
              forget();
            },
          },
        ),
    });
  };
  return (
    <Flex vertical gap="middle">
      <Retention />
      <Card size="small" title={texts.title} style={{ maxWidth: 640 }}>
        <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
        <Form<Fields>
          {...props}
          layout="vertical"
          requiredMark={false}
          initialValues={{ kind: "engineer" }}
          onFinish={ask}
        >
          <Form.Item name="kind" label={texts.kind}>
            <Select
              options={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
              onChange={() => form.resetFields(["who", "part"])}
            />
          </Form.Item>
          <Form.Item name="who" label={texts.who} rules={[{ required: true, message: texts.whoNeeded }]}>
            {matter || kind === "engineer" ? (
              <Select
                showSearch={{ filterOption: false, onSearch: setTyped }}
                onOpenChange={(open) => (open ? null : setTyped(""))}
                notFoundContent={found.looking ? looking : undefined}
                options={options}
                onChange={() => form.resetFields(["part"])}
              />
            ) : (
              <Select showSearch={{ optionFilterProp: "label" }} options={options} />
            )}
          </Form.Item>
          {matter && who !== "" ? (
            <Form.Item
              name="part"
              label={texts.part}
              extra={parts.none ? texts.partNone : null}
              rules={[{ required: true, message: texts.whoNeeded }]}
            >
              <Select showSearch={{ optionFilterProp: "label" }} options={parts.options} />
            </Form.Item>
          ) : null}
          <Form.Item
            name="reason"
            label={texts.reason}
            extra={texts.reasonHelp}
            rules={[{ required: true, whitespace: true, message: texts.reasonNeeded }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} />
          </Form.Item>
          {kept.data === undefined || kept.data.erasableFrom === null ? null : (
            <Typography.Paragraph>{texts.erasableFrom(kept.data.erasableFrom)}</Typography.Paragraph>
          )}
          {erase.isError ? (
            <div style={{ marginBlockEnd: 16 }}>
              <Failure error={erase.error} />
            </div>
          ) : null}
          {erase.isSuccess ? (
            <Alert
              type="success"
              showIcon
              style={{ marginBlockEnd: 16 }}
              title={texts.erased}
              description={
                <>
                  <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                    {erase.data.pending ? <li>{texts.pending}</li> : null}
                    {erase.data.beyond.map((place) => (
                      <li key={place}>{texts.beyond[place] ?? place}</li>
                    ))}
                  </ul>
                  <Copies copies={erase.data.copies} />
                </>
              }
            />
          ) : null}
          <Button danger htmlType="submit" loading={erase.isPending}>
            {texts.act}
          </Button>
        </Form>
      </Card>
    </Flex>
  );
}

/** The rest of a subject's name, and how it is shown. */
interface Subject {
  value: string;
  label: string;
}

/** Engineers with these words, and the chosen one. */
function useEngineers(typed: string, who: string, enabled: boolean) {
  const found = useFoundPeople(typed, OFFERED, enabled);
  const chosen = useRead("people", { find: who, limit: OFFERED }, enabled && who !== "");
  const itself = chosen.data?.lines.filter(({ staffNo }) => staffNo === who) ?? [];
  const shown = typed.trim() === "" ? [...itself, ...found.people] : found.people;
  const names = new Map(shown.map(({ staffNo, name }) => [staffNo, name]));
  const options: Subject[] = [...names].map(([value, name]) => ({ value, label: `${value} ${name}` }));
  return { options, looking: found.looking };
}

/** Who else there is of that kind. */
function useSubjects(kind: Kind): Subject[] {
  const texts = usePick(TEXTS).personal;
  const accounts = useRead("accounts", {}, kind === "account");
  const parties = useRead("parties", {}, kind === "representative" || kind === "certificate");
  const { units } = useInView();
  switch (kind) {
    case "engineer":
    case "customer":
    case "opportunity":
      return [];
    case "account":
      return (accounts.data ?? []).map(({ account, name }) => ({
        value: account,
        label: `${account} ${name}`,
      }));
    case "manager":
      return units
        .filter(({ manager }) => manager !== null)
        .map(({ code, name, manager }) => ({ value: code, label: `${name} ${manager}` }));
    case "representative":
      return (parties.data ?? [])
        .filter(({ representative }) => representative !== null)
        .map(({ party, representative }) => ({
          value: party,
          label: `${texts.party[party]} ${representative}`,
        }));
    case "certificate":
      return (parties.data ?? []).flatMap(({ certificates }) =>
        certificates.map(({ fingerprint, subject }) => ({ value: fingerprint, label: subject })),
      );
  }
}
