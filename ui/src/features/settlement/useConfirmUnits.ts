// Confirms several units one after the other, gathering what was refused.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { UnitOutcome } from "../../bindings/bindings";
import { call, Refused, type RequestOf, useTransport } from "../../shared/transport";

interface Confirmed {
  confirmed: number;
  refused: UnitOutcome[];
  /** What stopped it before its end. */
  error: Error | null;
}

const NOTHING: Confirmed = { confirmed: 0, refused: [], error: null };

export function useConfirmUnits() {
  const transport = useTransport();
  const client = useQueryClient();
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState({ at: 0, all: 0 });
  const [outcome, setOutcome] = useState(NOTHING);

  const underWay = useRef(false);
  const run = async (requests: RequestOf<"confirmUnits">[]): Promise<Confirmed | null> => {
    // A second click before the end is no second run.
    if (underWay.current) return null;
    underWay.current = true;
    setRunning(true);
    setOutcome(NOTHING);
    const found: Confirmed = { confirmed: 0, refused: [], error: null };
    for (const [index, request] of requests.entries()) {
      setProgress({ at: index + 1, all: requests.length });
      try {
        const view = await call(transport, "confirmUnits", request);
        found.confirmed += view.confirmed;
        found.refused.push(...view.units.filter(({ outcome }) => outcome === "refused"));
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        // One of several that is refused leaves the others to be asked.
        if (error instanceof Refused && request.unit !== null && requests.length > 1) {
          found.refused.push({ unit: request.unit, outcome: "refused", error: error.error });
          continue;
        }
        found.error = error;
        break;
      }
    }
    await client.invalidateQueries();
    setOutcome(found);
    setRunning(false);
    underWay.current = false;
    return found;
  };
  return { run, running, ...progress, ...outcome, reset: () => setOutcome(NOTHING) };
}
