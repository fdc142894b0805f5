// One quarter's settlement, from the result down to its evidence, and on to what is still to be done until it is paid.
// An account of a unit sees its own unit's quarter instead.
import { ReloadOutlined } from "@ant-design/icons";
import { Button, Flex, Skeleton, Tabs } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { SettlementView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useInView } from "../../shared/inView";
import { Later } from "../../shared/Later";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useMay, useSignedIn } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { ConfirmDialog } from "./ConfirmDialog";
import { Course } from "./Course";
import { History } from "./History";
import { Money } from "./Money";
import { Outcome } from "./Outcome";
import { OwnUnit } from "./OwnUnit";
import { ReportsAndSigning } from "./ReportsAndSigning";
import { Result } from "./Result";
import { TEXTS } from "./texts";
import { WhatIf } from "./WhatIf";

export default function SettlementPage() {
  const { status } = useSignedIn();
  const may = useMay();
  // What reaches "own" for the province is of the accounts of the unit that the ledger was founded for.
  return may("settle", status.unit) ? <Province /> : <OwnUnit />;
}

function Province() {
  const { quarter } = useInView();
  const texts = usePick(TEXTS);
  const settlement = useRead("settle", { quarter, whatIf: {}, revision: null });
  if (settlement.isPending) {
    return (
      <div aria-busy="true" role="status" aria-label={texts.computing}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  }
  if (settlement.isError) {
    return <Failure error={settlement.error} retry={() => settlement.refetch()} />;
  }
  return (
    <Settled
      // Nothing typed for one quarter is taken over into another.
      key={quarter}
      settlement={settlement.data}
      refresh={() => void settlement.refetch()}
      refreshing={settlement.isFetching}
    />
  );
}

interface SettledProps {
  settlement: SettlementView;
  refresh: () => void;
  refreshing: boolean;
}

function Settled({ settlement, refresh, refreshing }: SettledProps) {
  const general = useTexts();
  const texts = usePick(TEXTS);
  const [params, setParams] = useSearchParams();
  const [confirming, setConfirming] = useState<{ open: boolean; unit?: string }>({ open: false });
  const openTab = (tab: string) => setParams({ tab }, { replace: true });
  const confirm = (unit?: string) => setConfirming({ open: true, ...(unit === undefined ? {} : { unit }) });
  const unfinished = settlement.blockers.length > 0;
  const tabs = {
    result: <Outcome settlement={settlement} />,
    course: <Course settlement={settlement} confirm={confirm} openTab={openTab} />,
    whatIf: <WhatIf settlement={settlement} />,
    report: <ReportsAndSigning settlement={settlement} />,
    money: <Money settlement={settlement} />,
    history: <History openTab={openTab} />,
  };
  const asked = params.get("tab") ?? "";
  return (
    <Flex vertical gap="small">
      <Result
        settlement={settlement}
        more={
          <>
            {unfinished && asked !== "course" ? (
              <Button size="small" onClick={() => openTab("course")}>
                {texts.toCourse}
              </Button>
            ) : null}
            <Button
              type="text"
              size="small"
              icon={<ReloadOutlined />}
              aria-label={general.refresh}
              title={general.refresh}
              loading={refreshing}
              onClick={refresh}
            />
          </>
        }
      />
      <Tabs
        activeKey={asked in tabs ? asked : "result"}
        onChange={openTab}
        destroyOnHidden
        items={Object.entries(tabs).map(([key, children]) => ({
          key,
          label: texts.tabs[key as keyof typeof texts.tabs],
          // The tab answers at once, what it holds is drawn in slices.
          children: <Later>{children}</Later>,
        }))}
      />
      <ConfirmDialog
        settlement={settlement}
        open={confirming.open}
        unit={confirming.unit}
        close={() => setConfirming({ open: false })}
      />
    </Flex>
  );
}
