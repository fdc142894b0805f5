// 双方与证书: both parties, who signs for them, their certificates, and the roots that are trusted.
import { App, Button, Card, Descriptions, Flex, Form, Input, Modal, Skeleton, Space, Typography } from "antd";
import { useState } from "react";
import type { CertificateView, PartyView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

export default function Parties() {
  const texts = usePick(TEXTS).parties;
  const may = useMay();
  const parties = useRead("parties", {});
  if (parties.isPending) return <Skeleton active />;
  if (parties.isError) return <Failure error={parties.error} retry={() => parties.refetch()} />;
  return (
    <Flex vertical gap="middle">
      {parties.data.map((view) => (
        <Party key={view.party} view={view} />
      ))}
      {may("trustRoot") ? <TrustRoot /> : null}
      <Typography.Text type="secondary">{texts.help}</Typography.Text>
    </Flex>
  );
}

function Party({ view }: { view: PartyView }) {
  const texts = usePick(TEXTS).parties;
  const { language } = usePreference();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  return (
    <Card
      size="small"
      title={word(language, `party.${view.party}`)}
      extra={
        <Space>
          {may("registerParty") ? <Button onClick={() => setEditing(true)}>{texts.edit}</Button> : null}
          {may("registerCertificate") ? <AddCertificate party={view.party} /> : null}
        </Space>
      }
    >
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: "name", label: texts.name, children: view.name || texts.notYet, span: 2 },
          { key: "alias", label: texts.alias, children: view.alias ?? "—" },
          {
            key: "representative",
            label: texts.representative,
            children: [view.representative, view.post].filter(Boolean).join(" · ") || "—",
          },
        ]}
      />
      {view.certificates.length === 0 ? (
        <Typography.Text type="secondary">{texts.noCertificate}</Typography.Text>
      ) : (
        view.certificates.map((certificate) => (
          <Certificate key={certificate.fingerprint} certificate={certificate} />
        ))
      )}
      {editing ? <EditParty view={view} close={() => setEditing(false)} /> : null}
    </Card>
  );
}

function Certificate({ certificate }: { certificate: CertificateView }) {
  const texts = usePick(TEXTS).parties;
  return (
    <Card size="small" type="inner" style={{ marginBlockStart: 8 }}>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: "subject", label: texts.subject, children: certificate.subject },
          {
            key: "valid",
            label: texts.valid,
            children: `${certificate.notBefore.slice(0, 10)} – ${certificate.notAfter.slice(0, 10)}`,
          },
          {
            key: "fingerprint",
            label: texts.fingerprint,
            children: (
              <Typography.Text code copyable style={{ overflowWrap: "anywhere" }}>
                {certificate.fingerprint}
              </Typography.Text>
            ),
          },
        ]}
      />
    </Card>
  );
}

interface PartyFields {
  name: string;
  alias?: string;
  representative?: string;
  post?: string;
}

function EditParty({ view, close }: { view: PartyView; close: () => void }) {
  const words = usePick(TEXTS);
  const texts = words.parties;
  const { message } = App.useApp();
  const register = useAct("registerParty");
  const { language } = usePreference();
  const given = (text: string | undefined) => (text?.trim() ? text.trim() : null);
  return (
    <Modal
      open
      title={word(language, `party.${view.party}`)}
      okText={words.save}
      okButtonProps={{ htmlType: "submit", form: "party" }}
      confirmLoading={register.isPending}
      onCancel={close}
    >
      <Form<PartyFields>
        name="party"
        layout="vertical"
        requiredMark={false}
        initialValues={view}
        onFinish={(fields) =>
          register.mutate(
            {
              party: view.party,
              name: fields.name.trim(),
              alias: given(fields.alias),
              representative: given(fields.representative),
              post: given(fields.post),
              certificate: null,
            },
            {
              onSuccess: () => {
                void message.success(words.saved);
                close();
              },
            },
          )
        }
      >
        <Form.Item
          name="name"
          label={texts.name}
          rules={[{ required: true, whitespace: true, message: texts.nameNeeded }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="alias" label={texts.alias}>
          <Input />
        </Form.Item>
        <Form.Item name="representative" label={texts.representative}>
          <Input />
        </Form.Item>
        <Form.Item name="post" label={texts.post}>
          <Input />
        </Form.Item>
        {register.isError ? <Failure error={register.error} /> : null}
      </Form>
    </Modal>
  );
}

function AddCertificate({ party }: { party: string }) {
  const texts = usePick(TEXTS).parties;
  const act = useAct("registerCertificate");
  return (
    <CertificateFile
      label={texts.addCertificate}
      help={texts.addHelp}
      pending={act.isPending}
      error={act.error}
      done={texts.added}
      run={(path, options) => act.mutate({ party, path }, options)}
    />
  );
}

function TrustRoot() {
  const texts = usePick(TEXTS).parties;
  const act = useAct("trustRoot");
  return (
    <Card size="small" title={texts.roots}>
      <Typography.Paragraph type="secondary">{texts.rootsHelp}</Typography.Paragraph>
      <CertificateFile
        label={texts.addRoot}
        help={texts.rootsHelp}
        pending={act.isPending}
        error={act.error}
        done={texts.rootAdded}
        run={(path, options) => act.mutate({ path }, options)}
      />
    </Card>
  );
}

interface CertificateFileProps {
  label: string;
  help: string;
  pending: boolean;
  error: Error | null;
  done: string;
  run: (path: string, options: { onSuccess: () => void }) => void;
}

function CertificateFile({ label, help, pending, error, done, run }: CertificateFileProps) {
  const words = usePick(TEXTS);
  const { message } = App.useApp();
  const [shown, setShown] = useState(false);
  const [path, setPath] = useState("");
  return (
    <>
      <Button onClick={() => setShown(true)}>{label}</Button>
      <Modal
        open={shown}
        destroyOnHidden
        title={label}
        okText={label}
        okButtonProps={{ disabled: path.trim() === "" }}
        confirmLoading={pending}
        onCancel={() => setShown(false)}
        onOk={() =>
          run(path.trim(), {
            onSuccess: () => {
              void message.success(done);
              setPath("");
              setShown(false);
            },
          })
        }
      >
        <Typography.Paragraph type="secondary">{help}</Typography.Paragraph>
        <label htmlFor="certificate-file">{words.parties.file}</label>
        <PathField
          id="certificate-file"
          value={path}
          onChange={setPath}
          title={label}
          kind={{ name: words.parties.fileKind, extensions: ["pem", "cer", "crt", "der"] }}
          takesDrops
        />
        {error === null ? null : <Failure error={error} />}
      </Modal>
    </>
  );
}
