// 备份与校验: the plan, a backup by hand, the ledger checked from end to end, its files compared now and then, a backup restored
// beside it.
import { Flex, Skeleton } from "antd";
import { Failure } from "../../shared/Failure";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { BackupByHand } from "./BackupByHand";
import { FileCheckCard } from "./FileCheckCard";
import { PlanCard } from "./PlanCard";
import { RestoreBeside } from "./RestoreBeside";
import { StrayFilesCard } from "./StrayFilesCard";
import { TooLongAgo } from "./TooLongAgo";
import { Verify } from "./Verify";

export default function BackupPage() {
  const may = useMay();
  const plan = useRead("backupPlan", { look: true });
  if (plan.isPending) return <Skeleton active />;
  if (plan.isError) return <Failure error={plan.error} retry={() => plan.refetch()} />;
  return (
    <Flex vertical gap="middle">
      {plan.data.warned ? <TooLongAgo days={plan.data.daysWithoutSecond} /> : null}
      <PlanCard plan={plan.data} />
      {may("backupLedger") ? <BackupByHand last={plan.data.byHand} /> : null}
      {may("verifyLedger") ? <Verify /> : null}
      {may("fileCheck") ? <FileCheckCard /> : null}
      {may("strayFiles") ? <StrayFilesCard /> : null}
      {may("restoreLedger") ? <RestoreBeside /> : null}
    </Flex>
  );
}
