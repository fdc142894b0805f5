// The pipeline as a board, as a list, and how much of it was won.
import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Flex, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useInView } from "../../shared/inView";
import { usePaused } from "../../shared/paused";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { Board } from "./Board";
import { EngineerSelect } from "./EngineerSelect";
import { OpportunityList } from "./OpportunityList";
import { RegisterDialog } from "./RegisterDialog";
import { SuccessRates } from "./SuccessRates";
import { TEXTS } from "./texts";

const VIEWS = ["board", "list", "rates"] as const;
type View = (typeof VIEWS)[number];
const KEPT = "opportunities.view";

/** What is looked for, in every view the same. */
export interface Sought {
  unit: string | null;
  class: string | null;
  engineer: string | null;
  text: string;
}

export function Pipeline() {
  const texts = usePick(TEXTS);
  const go = useNavigate();
  const may = useMay();
  const { unit, units } = useInView();
  const [view, setView] = useState<View>(
    () => VIEWS.find((one) => one === sessionStorage.getItem(KEPT)) ?? "board",
  );
  const [everywhere, setEverywhere] = useState(false);
  const [kind, setKind] = useState<string | null>(null);
  const [engineer, setEngineer] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [registering, setRegistering] = useState(false);
  const text = usePaused(typed.trim());
  const form = useRead("opportunityForm", {});
  const sought: Sought = { unit: everywhere ? null : unit, class: kind, engineer, text };
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Segmented
          value={view}
          onChange={(next: View) => {
            sessionStorage.setItem(KEPT, next);
            setView(next);
          }}
          options={VIEWS.map((value) => ({ value, label: texts.views[value] }))}
        />
        {may("registerOpportunity") ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRegistering(true)}>
            {texts.register}
          </Button>
        ) : null}
      </Flex>
      <Flex wrap gap="small" align="center">
        {view === "rates" ? null : (
          <>
            <Input.Search
              aria-label={texts.find}
              placeholder={texts.find}
              allowClear
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              style={{ width: 260 }}
            />
            <Select
              aria-label={texts.class}
              allowClear
              placeholder={texts.allClasses}
              value={kind}
              onChange={(next: string | undefined) => setKind(next ?? null)}
              options={(form.data?.classes ?? []).map((value) => ({ value, label: value }))}
              style={{ width: 150 }}
            />
            <EngineerSelect label={texts.engineer} hint={texts.allEngineers} onChange={setEngineer} />
          </>
        )}
        {units.length > 1 ? (
          <Checkbox checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)}>
            {texts.allUnits}
          </Checkbox>
        ) : null}
      </Flex>
      {view === "board" ? <Board sought={sought} /> : null}
      {view === "list" ? <OpportunityList key={JSON.stringify(sought)} sought={sought} /> : null}
      {view === "rates" ? <SuccessRates unit={sought.unit} /> : null}
      {registering ? (
        <RegisterDialog
          close={(opportunity) => {
            setRegistering(false);
            if (opportunity !== null) void go(`/opportunities/${encodeURIComponent(opportunity)}`);
          }}
        />
      ) : null}
    </Flex>
  );
}
