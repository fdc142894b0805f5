// Signing with a certificate from disk. The password is given to the program once and kept nowhere.
import { Alert, App, Button, Collapse, Drawer, Flex, Form, Radio, Typography } from "antd";
import { useEffect, useState } from "react";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { KEY_TEXTS } from "../../shared/signing/keyTexts";
import { ExportCertificate, MakeKey } from "../../shared/signing/Keys";
import { AppearanceItems, KeyItems } from "../../shared/signing/SignatureItems";
import {
  PARTIES,
  signedPath,
  type Party,
  type SignatureFields,
  signRequest,
} from "../../shared/signing/signature";
import { partOf } from "../../shared/signing/verdict";
import { useMay, useSignedIn } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface SignForm extends SignatureFields {
  path: string;
  party: Party;
  out: string;
}

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
  const key = usePick(KEY_TEXTS);
  const [drawer, setDrawer] = useState<"new" | "export" | null>(null);
  const parties = useRead("parties", {}, may("parties"));
  const sign = useAct("signReport");
  const kept = useKeptForm<SignForm>(`sign.${quarter}`, ["password"]);
  const { form } = kept;
  const path = Form.useWatch("path", form);
  const party = Form.useWatch("party", form);
  const pdf = { name: all.report.pdf, extensions: ["pdf"] };
  const post = parties.data?.find((known) => known.party === party)?.post ?? null;

  useEffect(() => {
    if (made !== null) form.setFieldValue("path", made);
  }, [made, form]);
  // The signed file is proposed beside the other, unless somebody named it otherwise.
  useEffect(() => {
    if (!path || form.isFieldTouched("out")) return;
    form.setFieldValue("out", signedPath(path, party ?? "client", key.suffix));
  }, [path, party, key, form]);
  useEffect(() => {
    if (post !== null && !form.isFieldTouched("post")) form.setFieldValue("post", post);
  }, [post, form]);

  const submit = async (typed: SignForm) => {
    try {
      const done = await sign.mutateAsync(signRequest(typed.path, typed.out, typed.party, typed));
      void message.success(texts.done(partOf(done.signer, "CN") ?? done.signer, done.signedAt));
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
          reason: key.reasonUsual,
          location: texts.locationDefault,
        }}
      >
        <Form.Item name="path" label={texts.path} rules={[{ required: true, message: texts.pathNeeded }]}>
          <PathField kind={pdf} title={texts.pathTitle} />
        </Form.Item>
        <Form.Item name="party" label={key.party} rules={[{ required: true, message: texts.partyNeeded }]}>
          <Radio.Group options={PARTIES.map((value) => ({ value, label: key.parties[value] }))} />
        </Form.Item>
        <KeyItems />
        <Collapse
          ghost
          size="small"
          style={{ marginInline: -12 }}
          items={[
            {
              key: "more",
              label: texts.more,
              forceRender: true,
              children: <AppearanceItems />,
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
          {may("newKey") ? <Button onClick={() => setDrawer("new")}>{texts.newKey}</Button> : null}
          {may("exportCertificate") ? (
            <Button onClick={() => setDrawer("export")}>{texts.exportCertificate}</Button>
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
      <Drawer open={drawer !== null} onClose={() => setDrawer(null)} title={null} size={480} destroyOnHidden>
        {drawer === "new" ? <MakeKey made={(p12) => form.setFieldValue("p12", p12)} /> : null}
        {drawer === "export" ? <ExportCertificate p12={form.getFieldValue("p12") ?? ""} /> : null}
      </Drawer>
    </>
  );
}
