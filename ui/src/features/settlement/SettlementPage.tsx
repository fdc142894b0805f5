// One quarter's settlement: what the fee is, what keeps it open, and every unit's result.
import { ReloadOutlined } from "@ant-design/icons";
import { Button, Flex, Skeleton } from "antd";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { useTexts } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { Blockers } from "./Blockers";
import { Result } from "./Result";
import { UnitTable } from "./UnitTable";
import { Warnings } from "./Warnings";

export default function SettlementPage() {
  const { quarter } = useInView();
  return (
    <Flex vertical gap="middle">
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
