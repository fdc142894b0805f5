// Keys to sign with: one made here, and the certificate that goes to the other party, to be registered there.
import { Alert, Button, Card, Descriptions, Form, Input, Radio, Typography } from "antd";
import type { CertificateView } from "../../bindings/bindings";
import { Failure } from "../Failure";
import { PathField } from "../files/PathField";
import { withSuffix } from "../files/paths";
import { PasswordItems } from "../password/PasswordItems";
import { usePick } from "../pick";
import { useSignedIn } from "../session";
import { useAct } from "../useCase";
import { rememberKeyFile } from "./keyFile";
import { KEY_TEXTS } from "./keyTexts";
import { PARTIES, type Party, said } from "./signature";

interface KeyFields {
  party: Party;
  name: string;
  organisation?: string;
  out: string;
  password: string;
  again: string;
}

/** `made` hears where the key lies. */
export function MakeKey({ made }: { made: (path: string) => void }) {
  const texts = usePick(KEY_TEXTS);
  const words = texts.make;
  const { session, status } = useSignedIn();
  const make = useAct("newKey");
  const [form] = Form.useForm<KeyFields>();
  const party = Form.useWatch("party", form) ?? "client";
  return (
    <Card size="small" title={words.title} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
      <Form<KeyFields>
        form={form}
        name="newKey"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          party: status.role === "provider" ? "provider" : "client",
          name: session.name === session.account ? "" : session.name,
        }}
        onFinish={({ party, name, organisation, out, password }) =>
          make.mutate(
            {
              party,
              name: name.trim(),
              organisation: said(organisation),
              out: out.trim(),
              password,
            },
            {
              onSuccess: () => {
                rememberKeyFile(out.trim());
                made(out.trim());
                form.resetFields(["password", "again"]);
              },
            },
          )
        }
      >
        <Form.Item name="party" label={texts.party}>
          <Radio.Group options={PARTIES.map((value) => ({ value, label: texts.parties[value] }))} />
        </Form.Item>
        <Form.Item
          name="name"
          label={words.name}
          rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="organisation" label={words.organisation} extra={words.organisationHelp}>
          <Input />
        </Form.Item>
        <Form.Item
          name="out"
          label={words.out}
          rules={[{ required: true, whitespace: true, message: words.outNeeded }]}
        >
          <PathField
            title={words.out}
            saving
            proposed={words.fileName[party]}
            kind={{ name: texts.p12Kind, extensions: ["p12"] }}
          />
        </Form.Item>
        <PasswordItems label={texts.password} />
        {make.isError ? <Spaced error={make.error} /> : null}
        {make.isSuccess ? (
          <Alert
            type="success"
            showIcon
            title={words.made(make.data.path ?? "")}
            description={words.next}
            style={{ marginBlockEnd: 16, overflowWrap: "anywhere" }}
          />
        ) : null}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {words.act}
        </Button>
      </Form>
    </Card>
  );
}

export function ExportCertificate({ p12 }: { p12: string }) {
  const texts = usePick(KEY_TEXTS);
  const words = texts.give;
  const save = useAct("exportCertificate");
  const proposed = p12 === "" ? "" : withSuffix(p12, "").replace(/\.(p12|pfx)$/i, ".pem");
  return (
    <Card size="small" title={words.title} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
      <Form<{ p12: string; password: string; out: string }>
        name="exportCertificate"
        layout="vertical"
        requiredMark={false}
        initialValues={{ p12, out: proposed }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="p12"
          label={texts.p12}
          rules={[{ required: true, whitespace: true, message: texts.p12Needed }]}
        >
          <PathField title={texts.p12} kind={{ name: texts.p12Kind, extensions: ["p12", "pfx"] }} />
        </Form.Item>
        <Form.Item
          name="password"
          label={texts.password}
          rules={[{ required: true, message: texts.passwordNeeded }]}
        >
          <Input.Password autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="out"
          label={words.out}
          rules={[{ required: true, whitespace: true, message: texts.make.outNeeded }]}
        >
          <PathField title={words.out} saving kind={{ name: words.kind, extensions: ["pem"] }} />
        </Form.Item>
        {save.isError ? <Spaced error={save.error} /> : null}
        <Button htmlType="submit" loading={save.isPending}>
          {words.act}
        </Button>
      </Form>
      {save.isSuccess ? <Exported certificate={save.data} /> : null}
    </Card>
  );
}

function Exported({ certificate }: { certificate: CertificateView }) {
  const words = usePick(KEY_TEXTS).give;
  return (
    <Alert
      type="success"
      title={words.given(certificate.path ?? "")}
      style={{ marginBlockStart: 16, overflowWrap: "anywhere" }}
      description={
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: "subject", label: words.subject, children: certificate.subject },
            {
              key: "valid",
              label: words.valid,
              children: `${certificate.notBefore.slice(0, 10)} – ${certificate.notAfter.slice(0, 10)}`,
            },
            { key: "fingerprint", label: words.fingerprint, children: certificate.fingerprint },
            { key: "compare", label: "", children: words.compare },
          ]}
        />
      }
    />
  );
}

function Spaced({ error }: { error: Error }) {
  return (
    <div style={{ marginBlockEnd: 16 }}>
      <Failure error={error} />
    </div>
  );
}
