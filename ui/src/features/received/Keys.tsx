// Keys to sign with: one made here, and the certificate that goes to the other party.
import { Alert, Button, Card, Col, Descriptions, Form, Input, Radio, Row, Typography } from "antd";
import { useState } from "react";
import type { CertificateView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { withSuffix } from "../../shared/files/paths";
import { usePick } from "../../shared/pick";
import { useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { PasswordItems } from "../../shared/password/PasswordItems";
import { rememberedKeyFile, rememberKeyFile } from "./keyFile";
import { TEXTS } from "./texts";

export function Keys() {
  const [made, setMade] = useState(rememberedKeyFile);
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} lg={12}>
        <MakeKey made={setMade} />
      </Col>
      <Col xs={24} lg={12}>
        {/* A key just made is the one to export. */}
        <ExportCertificate key={made} p12={made} />
      </Col>
    </Row>
  );
}

interface KeyFields {
  party: "client" | "provider";
  name: string;
  organisation?: string;
  out: string;
  password: string;
  again: string;
}

function MakeKey({ made }: { made: (path: string) => void }) {
  const texts = usePick(TEXTS);
  const words = texts.keys;
  const { session, status } = useSignedIn();
  const make = useAct("newKey");
  const [form] = Form.useForm<KeyFields>();
  return (
    <Card size="small" title={words.newTitle} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">{words.newHelp}</Typography.Paragraph>
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
              organisation: organisation?.trim() || null,
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
        <Form.Item name="party" label={words.party}>
          <Radio.Group
            options={(["client", "provider"] as const).map((value) => ({
              value,
              label: texts.sign.parties[value],
            }))}
          />
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
          <PathField title={words.out} saving kind={{ name: texts.sign.p12Kind, extensions: ["p12"] }} />
        </Form.Item>
        <PasswordItems label={words.password} />
        {make.isError ? <Spaced error={make.error} /> : null}
        {make.isSuccess ? (
          <Alert
            type="success"
            showIcon
            title={words.made(make.data.path ?? "")}
            description={words.madeNext}
            style={{ marginBlockEnd: 16, overflowWrap: "anywhere" }}
          />
        ) : null}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {words.make}
        </Button>
      </Form>
    </Card>
  );
}

function ExportCertificate({ p12 }: { p12: string }) {
  const texts = usePick(TEXTS);
  const words = texts.keys;
  const save = useAct("exportCertificate");
  const proposed = p12 === "" ? "" : withSuffix(p12, "").replace(/\.(p12|pfx)$/i, ".pem");
  return (
    <Card size="small" title={words.exportTitle} style={{ height: "100%" }}>
      <Typography.Paragraph type="secondary">{words.exportHelp}</Typography.Paragraph>
      <Form<{ p12: string; password: string; out: string }>
        name="exportCertificate"
        layout="vertical"
        requiredMark={false}
        initialValues={{ p12, out: proposed }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="p12"
          label={words.p12}
          rules={[{ required: true, whitespace: true, message: texts.sign.p12Needed }]}
        >
          <PathField title={words.p12} kind={{ name: texts.sign.p12Kind, extensions: ["p12", "pfx"] }} />
        </Form.Item>
        <Form.Item
          name="password"
          label={words.password}
          rules={[{ required: true, message: texts.sign.passwordNeeded }]}
        >
          <Input.Password autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="out"
          label={words.cert}
          rules={[{ required: true, whitespace: true, message: words.outNeeded }]}
        >
          <PathField title={words.cert} saving kind={{ name: words.certKind, extensions: ["pem"] }} />
        </Form.Item>
        {save.isError ? <Spaced error={save.error} /> : null}
        <Button htmlType="submit" loading={save.isPending}>
          {words.export}
        </Button>
      </Form>
      {save.isSuccess ? <Exported certificate={save.data} /> : null}
    </Card>
  );
}

function Exported({ certificate }: { certificate: CertificateView }) {
  const words = usePick(TEXTS).keys;
  return (
    <Alert
      type="success"
      title={words.exported(certificate.path ?? "")}
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
