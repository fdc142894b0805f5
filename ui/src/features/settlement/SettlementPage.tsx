// One quarter's settlement: what the fee is, what keeps it open, and every unit's result.
import { ReloadOutlined } from "@ant-design/icons";
import { Button, Empty, Flex, Skeleton, Typography } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { useTexts } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { Blockers } from "./Blockers";
import { QuarterPicker } from "./QuarterPicker";
import { Result } from "./Result";
import { UnitTable } from "./UnitTable";
import { Warnings } from "./Warnings";

export function SettlementPage() {
  const texts = useTexts();
  const [picked, setPicked] = useState<string | null>(null);
  const quarters = useRead("quarters", {});

  if (quarters.isPending) return <Skeleton active />;
  if (quarters.isError) return <Failure error={quarters.error} retry={() => quarters.refetch()} />;
  const newestFirst = [...quarters.data].sort((a, b) => b.quarter.localeCompare(a.quarter));
  const quarter = picked ?? newestFirst[0]?.quarter;
  if (quarter === undefined) {
    return (
      <Empty
        description={
          <>
            <Typography.Paragraph strong>{texts.quarter.none}</Typography.Paragraph>
            <Typography.Text type="secondary">{texts.quarter.noneHelp}</Typography.Text>
          </>
        }
        style={{ paddingBlock: 80 }}
      />
    );
  }
  return (
    <Flex vertical gap="middle" style={{ maxWidth: 1440, marginInline: "auto" }}>
      <Flex wrap align="center" gap="middle">
        <Typography.Title level={4} style={{ margin: 0 }}>
          {texts.quarter.title}
        </Typography.Title>
        <QuarterPicker quarters={newestFirst} quarter={quarter} pick={setPicked} />
      </Flex>
      <Settled quarter={quarter} />
    </Flex>
  );
}

function Settled({ quarter }: { quarter: string }) {
  const texts = useTexts();
  const settlement = useRead("settle", { quarter, whatIf: {}, revision: null });
  if (settlement.isPending) {
    return (
      <div aria-busy="true" role="status" aria-label={texts.settlement.computing}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  }
  if (settlement.isError) {
    return <Failure error={settlement.error} retry={() => settlement.refetch()} />;
  }
  return (
    <>
      <Result
        settlement={settlement.data}
        refresh={
          <Button
            type="text"
            icon={<ReloadOutlined />}
            aria-label={texts.refresh}
            title={texts.refresh}
            loading={settlement.isFetching}
            onClick={() => settlement.refetch()}
          />
        }
      />
      <Warnings settlement={settlement.data} />
      <Blockers settlement={settlement.data} />
      <UnitTable settlement={settlement.data} />
    </>
  );
}
