// Signing with a certificate from disk. The password is given to the program once and kept nowhere.
import { Alert, App, Button, Collapse, Flex, Form, Input, Radio, Typography } from "antd";
import { useEffect, useState } from "react";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { withSuffix } from "../../shared/files/paths";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { KeyDialog } from "./KeyDialog";
import { type SignForm, signRequest } from "./requests";
import { TEXTS } from "./texts";

interface SignPanelProps {
  quarter: string;
  /** Where a report was just saved. */
  made: string | null;
  /** Hands a file that both have signed on to be accepted. */
  receive: ((path: string) => void) | null;
}

export function SignPanel({ quarter, made, receive }: SignPanelProps) {
  const all = usePick(TEXTS);
  const texts = all.sign;
  const { message } = App.useApp();
  const { session } = useSignedIn();
  const may = useMay();
  const [key, setKey] = useState<"new" | "export" | null>(null);
  const parties = useRead("parties", {}, may("parties"));
  const sign = useAct("signReport");
  const kept = useKeptForm<SignForm>(`sign.${quarter}`, ["password"]);
  const { form } = kept;
  const path = Form.useWatch("path", form);
  const party = Form.useWatch("party", form);
  const pdf = { name: all.report.pdf, extensions: ["pdf"] };
  const suffix = texts.suffix[party ?? ""] ?? "";
  const post = parties.data?.find((known) => known.party === party)?.post ?? null;

  useEffect(() => {
    if (made !== null) form.setFieldValue("path", made);
  }, [made, form]);
  // The signed file is proposed beside the other, unless somebody named it otherwise.
  useEffect(() => {
    if (!path || form.isFieldTouched("out")) return;
    form.setFieldValue("out", withSuffix(path, suffix));
  }, [path, suffix, form]);
  useEffect(() => {
    if (post !== null && !form.isFieldTouched("post")) form.setFieldValue("post", post);
  }, [post, form]);

  const submit = async (typed: SignForm) => {
    try {
      const done = await sign.mutateAsync(signRequest(typed));
      void message.success(texts.done(done.signer, done.signedAt));
    } catch {
      // shown below; what was typed stays
    }
    form.setFieldValue("password", "");
  };

  return (
    <>
      <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
      <Form
        {...kept.props}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        autoComplete="off"
        initialValues={{
          party: session.role === "providerRepresentative" ? "provider" : "client",
          reason: texts.reasonDefault,
          location: texts.locationDefault,
        }}
      >
        <Form.Item name="path" label={texts.path} rules={[{ required: true, message: texts.pathNeeded }]}>
          <PathField kind={pdf} title={texts.pathTitle} />
        </Form.Item>
        <Form.Item name="party" label={texts.party} rules={[{ required: true, message: texts.partyNeeded }]}>
          <Radio.Group
            options={["client", "provider"].map((value) => ({ value, label: all.parties[value] ?? value }))}
          />
        </Form.Item>
        <Flex gap="middle" wrap>
          <Form.Item
            name="p12"
            label={texts.p12}
            style={{ flex: "2 1 320px" }}
            rules={[{ required: true, message: texts.p12Needed }]}
          >
            <PathField kind={{ name: texts.key, extensions: ["p12", "pfx"] }} title={texts.p12Title} />
          </Form.Item>
          <Form.Item
            name="password"
            label={texts.password}
            style={{ flex: "1 1 180px" }}
            rules={[{ required: true, message: texts.passwordNeeded }]}
          >
            <Input.Password autoComplete="off" />
          </Form.Item>
        </Flex>
        <Collapse
          ghost
          size="small"
          style={{ marginInline: -12 }}
          items={[
            {
              key: "more",
              label: texts.more,
              forceRender: true,
              children: (
                <>
                  <Flex gap="middle" wrap>
                    <Form.Item name="post" label={texts.post} style={{ flex: "1 1 200px" }}>
                      <Input maxLength={60} />
                    </Form.Item>
                    <Form.Item name="reason" label={texts.reason} style={{ flex: "2 1 260px" }}>
                      <Input maxLength={100} />
                    </Form.Item>
                    <Form.Item name="location" label={texts.location} style={{ flex: "1 1 140px" }}>
                      <Input maxLength={60} />
                    </Form.Item>
                  </Flex>
                  <Form.Item name="picture" label={texts.picture}>
                    <PathField
                      kind={{ name: texts.pictureKind, extensions: ["png", "jpg", "jpeg"] }}
                      title={texts.pictureTitle}
                    />
                  </Form.Item>
                </>
              ),
            },
          ]}
        />
        <Form.Item name="out" label={texts.out} rules={[{ required: true, message: texts.outNeeded }]}>
          <PathField saving kind={pdf} title={texts.out} />
        </Form.Item>
        <Flex gap="small" wrap align="center">
          <Button type="primary" htmlType="submit" loading={sign.isPending}>
            {texts.act}
          </Button>
          <span style={{ flex: 1 }} />
          <Typography.Text type="secondary">{texts.noKey}</Typography.Text>
          {may("newKey") ? <Button onClick={() => setKey("new")}>{texts.newKey}</Button> : null}
          {may("exportCertificate") ? (
            <Button onClick={() => setKey("export")}>{texts.exportCertificate}</Button>
          ) : null}
        </Flex>
      </Form>
      {sign.error ? (
        <div style={{ marginBlockStart: 12 }}>
          <Failure error={sign.error} />
        </div>
      ) : null}
      {sign.data ? (
        <Alert
          type="success"
          showIcon
          style={{ marginBlockStart: 12 }}
          title={all.report.saved(sign.data.path)}
          description={texts.next[sign.data.verdict]}
          action={
            receive !== null && sign.data.verdict === "countersigned" ? (
              <Button onClick={() => receive(sign.data.path)}>{texts.receive}</Button>
            ) : undefined
          }
        />
      ) : null}
      <KeyDialog
        open={key}
        close={() => setKey(null)}
        made={(p12) => form.setFieldValue("p12", p12)}
        p12={Form.useWatch("p12", form) ?? ""}
      />
    </>
  );
}
