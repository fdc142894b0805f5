// The browser's transport: the same envelope, posted to the test host (crates/host) that served the page. A long use
// case is asked now and then how far it is, because a plain request can only answer once.
import type { Envelope, Step, Transport } from "../shared/transport";

const EVERY_MS = 200;
/** What browsers send of a page that is gone, bytes: a Chinese letter has three. */
const KEPT_ALIVE = 20_000;

const listeners = new Set<(step: Step) => void>();
let underWay = 0;
let polling = false;

async function poll(): Promise<void> {
  if (polling) return;
  polling = true;
  try {
    while (underWay > 0 && listeners.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      if (underWay === 0) break;
      const answer = await fetch("/progress");
      const step = answer.ok ? ((await answer.json()) as Step | null) : null;
      if (step !== null) for (const hear of listeners) hear(step);
    }
  } catch {
    // A host that is gone tells nothing; the call itself says so.
  } finally {
    polling = false;
  }
}

export const transport: Transport = {
  async send(useCase, request): Promise<Envelope> {
    underWay += 1;
    void poll();
    try {
      const body = JSON.stringify({ useCase, request });
      // A draft that is kept while the page is being left still arrives.
      const keepalive = useCase === "saveDraft" && body.length < KEPT_ALIVE;
      const answer = await fetch("/call", { method: "POST", body, keepalive });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Envelope;
    } finally {
      underWay -= 1;
    }
  },
  async cancel() {
    await fetch("/cancel", { method: "POST" });
  },
  onProgress(hear) {
    listeners.add(hear);
    void poll();
    return () => listeners.delete(hear);
  },
};
