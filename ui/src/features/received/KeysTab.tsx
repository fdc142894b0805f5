// Keys to sign with, side by side: make one, and give its certificate away.
import { Col, Row } from "antd";
import { useState } from "react";
import { rememberedKeyFile } from "../../shared/signing/keyFile";
import { ExportCertificate, MakeKey } from "../../shared/signing/Keys";

export function KeysTab() {
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
