// No ledger yet: three ways to begin, each with what it means.
import { lazy, type ReactNode, useState } from "react";
import type { DemoView, StatusView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { Rich } from "../../shared/plain/rich";
import { BACK, DRAWINGS } from "./drawings";
import { TEXTS } from "./texts";
import type { Made } from "./useFound";

// Fetched when chosen: the three ways themselves are what the program shows first.
const MakeDemo = lazy(() => import("./MakeDemo"));
const NewLedger = lazy(() => import("./NewLedger"));
const OpenOrRestore = lazy(() => import("./OpenOrRestore"));

interface ChooseLedgerProps {
  status: StatusView;
  /** Back to the ledger that is open. */
  back: (() => void) | null;
  opened: () => void;
  demoMade: (demo: DemoView) => void;
  founded: (made: Made) => void;
}

const CHOICES = ["new", "open", "demo"] as const;
type Choice = (typeof CHOICES)[number];

export function ChooseLedger({ status, back, opened, demoMade, founded }: ChooseLedgerProps) {
  const texts = usePick(TEXTS);
  const [choice, setChoice] = useState<Choice | null>(null);
  const chosen = (way: Choice): ReactNode =>
    way === "new" ? (
      <NewLedger status={status} made={founded} />
    ) : way === "open" ? (
      <OpenOrRestore dir={status.dir} exists={status.exists} opened={opened} />
    ) : (
      <MakeDemo dir={status.dir} made={demoMade} />
    );
  const leave = choice === null ? back : () => setChoice(null);
  return (
    <div className="plain-column">
      {leave === null ? null : (
        <button type="button" className="plain-link" onClick={leave}>
          {BACK}
          {texts.back}
        </button>
      )}
      {choice === null ? <Choices choose={setChoice} /> : <Rich>{chosen(choice)}</Rich>}
    </div>
  );
}

function Choices({ choose }: { choose: (choice: Choice) => void }) {
  const texts = usePick(TEXTS);
  return (
    <>
      <div className="plain-welcome">
        <h1>{texts.welcome}</h1>
        <p>{texts.welcomeHelp}</p>
      </div>
      <div className="plain-choices">
        {CHOICES.map((choice) => (
          <section key={choice} className="plain-card">
            {DRAWINGS[choice]}
            <h2>{texts.choices[choice].title}</h2>
            <p>{texts.choices[choice].does}</p>
            <button
              type="button"
              className={choice === "new" ? "plain-button plain-first" : "plain-button"}
              onClick={() => choose(choice)}
            >
              {texts.choices[choice].act}
            </button>
          </section>
        ))}
      </div>
    </>
  );
}
