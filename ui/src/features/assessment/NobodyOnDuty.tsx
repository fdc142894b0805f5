// A month in which nobody is to be scored: declared, or to be declared.
import { Button } from "antd";
import { useState } from "react";
import type { UnitMonthView } from "../../bindings/bindings";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { NoEngineer } from "./declarations";
import { TEXTS } from "./texts";

export function NobodyOnDuty({ view }: { view: UnitMonthView }) {
  const words = usePick(TEXTS);
  const may = useMay();
  const [declaring, setDeclaring] = useState(false);
  const { unit, month, noEngineer, state } = view;
  return (
    <>
      <NothingYet
        what={words.nobody}
        first={noEngineer ? words.nobodyDeclared : words.nobodyHelp}
        action={
          !noEngineer && state !== "closed" && may("declareNoEngineer", unit) ? (
            <Button type="primary" onClick={() => setDeclaring(true)}>
              {words.noEngineer}
            </Button>
          ) : null
        }
      />
      {declaring ? <NoEngineer unit={unit} month={month} onClose={() => setDeclaring(false)} /> : null}
    </>
  );
}
