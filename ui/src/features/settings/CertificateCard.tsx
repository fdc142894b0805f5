// A certificate: whose it is, how long it holds, its fingerprint.
import { Card, Descriptions, Typography } from "antd";
import type { ReactNode } from "react";
import type { CertificateView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

export function CertificateCard({ certificate, acts }: { certificate: CertificateView; acts?: ReactNode }) {
  const texts = usePick(TEXTS).parties;
  return (
    <Card size="small" type="inner" style={{ marginBlockStart: 8 }}>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: "subject", label: texts.subject, children: certificate.subject || texts.erased },
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
      {acts}
    </Card>
  );
}
