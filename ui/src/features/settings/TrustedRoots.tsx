// 受信任的根证书: whose word is taken for a signer's certificate; added from a file, taken back one by one.
import { App, Button, Card, Popconfirm, Skeleton, Typography } from "antd";
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
  const untrust = useAct("untrustRoot");
  const { message } = App.useApp();
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
      {untrust.isError ? <Failure error={untrust.error} /> : null}
      {roots.data?.length === 0 ? <Typography.Text type="secondary">{texts.noRoots}</Typography.Text> : null}
      {roots.data?.map((root) => (
        <CertificateCard
          key={root.fingerprint}
          certificate={root}
          acts={
            may("untrustRoot") ? (
              <Untrust
                pending={untrust.isPending}
                untrust={() =>
                  untrust.mutate(
                    { fingerprint: root.fingerprint },
                    { onSuccess: () => void message.success(texts.untrusted) },
                  )
                }
              />
            ) : null
          }
        />
      ))}
    </Card>
  );
}

function Untrust({ untrust, pending }: { untrust: () => void; pending: boolean }) {
  const texts = usePick(TEXTS).parties;
  return (
    <Popconfirm
      title={texts.untrustAsk}
      description={<div style={{ maxWidth: 320 }}>{texts.untrustHelp}</div>}
      okText={texts.untrust}
      okButtonProps={{ danger: true }}
      onConfirm={untrust}
    >
      <Button size="small" danger loading={pending}>
        {texts.untrust}
      </Button>
    </Popconfirm>
  );
}
