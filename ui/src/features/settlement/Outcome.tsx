// 结果: what a reader should know, how the figures came about, as a tree or unit by unit, and what else is known.
import { Flex, Segmented } from "antd";
import { useState } from "react";
import type { SettlementView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { FeeTree } from "./FeeTree";
import { Figures } from "./Result";
import { TEXTS } from "./texts";
import { UnitTable } from "./UnitTable";
import { Warnings } from "./Warnings";

export function Outcome({ settlement }: { settlement: SettlementView }) {
  const texts = usePick(TEXTS).view;
  const [view, setView] = useState<"tree" | "units">("tree");
  return (
    <Flex vertical gap="small">
      <Warnings settlement={settlement} />
      <div>
        <Segmented
          value={view}
          onChange={setView}
          options={[
            { value: "tree", label: texts.tree },
            { value: "units", label: texts.units },
          ]}
        />
      </div>
      {view === "tree" ? <FeeTree settlement={settlement} /> : <UnitTable settlement={settlement} />}
      <Figures settlement={settlement} />
    </Flex>
  );
}
