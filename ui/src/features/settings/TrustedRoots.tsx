// 受信任的根证书: whose word is taken for a signer's certificate; added from a file, taken back one by one.
import { App, Button, Card, Flex, Popconfirm, Skeleton, Typography } from "antd";
import type { CertificateView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { CertificateCard } from "./CertificateCard";
import { CertificateFile } from "./CertificateFile";
import { TEXTS } from "./texts";

export function TrustedRoots() {
  const texts = usePick(TEXTS).parties;
  const may = useMay();
  const roots = useRead("trustedRoots", {});
  const trust = useAct("trustRoot");
  return (
    <Card
      size="small"
      title={texts.roots}
      extra={
        may("trustRoot") ? (
          <CertificateFile
            name="root"
            label={texts.addRoot}
            help={texts.rootsHelp}
            act={trust}
            request={(path) => ({ path })}
            done={texts.rootAdded}
          />
        ) : null
      }
    >
      <Typography.Paragraph type="secondary">{texts.rootsHelp}</Typography.Paragraph>
      {roots.isPending ? <Skeleton active paragraph={{ rows: 2 }} /> : null}
      {roots.isError ? <Failure error={roots.error} retry={() => roots.refetch()} /> : null}
      {roots.data?.length === 0 ? <Typography.Text type="secondary">{texts.noRoots}</Typography.Text> : null}
      {roots.data?.map((root) => (
        <CertificateCard
          key={root.fingerprint}
          certificate={root}
          acts={may("untrustRoot") ? <Untrust root={root} /> : null}
        />
      ))}
    </Card>
  );
}

function Untrust({ root }: { root: CertificateView }) {
  const texts = usePick(TEXTS).parties;
  const { message } = App.useApp();
  const act = useAct("untrustRoot");
  return (
    <Flex vertical gap="small" align="start">
      <Popconfirm
        title={texts.untrustAsk}
        description={<div style={{ maxWidth: 320 }}>{texts.untrustHelp}</div>}
        okText={texts.untrust}
        okButtonProps={{ danger: true }}
        onConfirm={() =>
          act.mutate(
            { fingerprint: root.fingerprint },
            { onSuccess: () => void message.success(texts.untrusted) },
          )
        }
      >
        <Button size="small" danger loading={act.isPending}>
          {texts.untrust}
        </Button>
      </Popconfirm>
      {act.isError ? <Failure error={act.error} /> : null}
    </Flex>
  );
}
