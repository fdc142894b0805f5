// 报告与签署: make the report, sign it, and accept it once both parties have signed; or record that it was done on paper.
import { Alert, Card, Collapse, Flex } from "antd";
import { useState } from "react";
import type { SettlementView } from "../../bindings/bindings";
import { Later } from "../../shared/Later";
import { usePick } from "../../shared/pick";
import { useMay, useSignedIn } from "../../shared/session";
import { PaperPanel } from "./PaperPanel";
import { ReceivePanel } from "./ReceivePanel";
import { ReportPanel } from "./ReportPanel";
import { SignPanel } from "./SignPanel";
import { TEXTS } from "./texts";

export function ReportsAndSigning({ settlement }: { settlement: SettlementView }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const { status } = useSignedIn();
  const [made, setMade] = useState<string | null>(null);
  const [signed, setSigned] = useState<string | null>(null);
  const home = status.unit;
  const accepting = may("acceptReport", home);
  const paper = may("acceptPaper", home) || may("approvePaper", home);
  const units = settlement.groups.flatMap((group) =>
    group.units.filter(({ exempt }) => exempt === null).map(({ code, name }) => ({ code, name })),
  );
  return (
    <Flex vertical gap="middle">
      {settlement.state === "closed" ? <Alert type="success" showIcon title={texts.receive.closed} /> : null}
      <Card size="small" title={texts.report.steps.make}>
        <ReportPanel
          quarter={settlement.quarter}
          formal={settlement.status !== "draft"}
          revision={settlement.revision}
          units={units}
          kinds={["report", "statement", "sheet"]}
          made={setMade}
        />
      </Card>
      <Later>
        {may("signReport") ? (
          <Card size="small" title={texts.report.steps.sign}>
            <SignPanel quarter={settlement.quarter} made={made} receive={accepting ? setSigned : null} />
          </Card>
        ) : null}
        <Later>
          {accepting ? (
            <Card size="small" title={texts.report.steps.receive}>
              <ReceivePanel quarter={settlement.quarter} signed={signed} />
            </Card>
          ) : null}
          {paper ? (
            <Collapse
              items={[
                {
                  key: "paper",
                  label: texts.paper.title,
                  children: <PaperPanel settlement={settlement} />,
                },
              ]}
            />
          ) : null}
        </Later>
      </Later>
    </Flex>
  );
}
