// 双方与证书: both parties, who signs for them, their certificates, and the roots that are trusted.
import { Button, Card, Descriptions, Flex, Form, Input, Skeleton, Space, Typography } from "antd";
import { useState } from "react";
import type { PartyView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { CertificateCard } from "./CertificateCard";
import { CertificateFile } from "./CertificateFile";
import { TEXTS } from "./texts";
import { TrustedRoots } from "./TrustedRoots";

export default function Parties() {
  const texts = usePick(TEXTS).parties;
  const parties = useRead("parties", {});
  if (parties.isPending) return <Skeleton active />;
  if (parties.isError) return <Failure error={parties.error} retry={() => parties.refetch()} />;
  return (
    <Flex vertical gap="middle">
      {parties.data.map((view) => (
        <Party key={view.party} view={view} />
      ))}
      <TrustedRoots />
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
          <CertificateCard key={certificate.fingerprint} certificate={certificate} />
        ))
      )}
      {editing ? <EditParty view={view} close={() => setEditing(false)} /> : null}
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
  const { language } = usePreference();
  return (
    <ActDialog
      name={`party.${view.party}`}
      title={word(language, `party.${view.party}`)}
      okText={words.save}
      initial={{
        name: view.name,
        alias: view.alias ?? "",
        representative: view.representative ?? "",
        post: view.post ?? "",
      }}
      act={useAct("registerParty")}
      request={(fields: PartyFields) => ({
        party: view.party,
        name: fields.name.trim(),
        alias: given(fields.alias),
        representative: given(fields.representative),
        post: given(fields.post),
        certificate: null,
      })}
      done={words.saved}
      onClose={close}
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
    </ActDialog>
  );
}

function AddCertificate({ party }: { party: string }) {
  const texts = usePick(TEXTS).parties;
  return (
    <CertificateFile
      name={`certificate.${party}`}
      label={texts.addCertificate}
      help={texts.addHelp}
      act={useAct("registerCertificate")}
      request={(path) => ({ party, path })}
      done={texts.added}
    />
  );
}

/** What is left empty is not said. */
function given(text: string | undefined): string | null {
  return text?.trim() ? text.trim() : null;
}
