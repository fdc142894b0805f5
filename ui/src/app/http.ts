// The browser's transport: the same envelope, posted to the test host (crates/host) that served the page.
import type { Envelope, Transport } from "../shared/transport";

export const transport: Transport = {
  async send(useCase, request): Promise<Envelope> {
    const answer = await fetch("/call", { method: "POST", body: JSON.stringify({ useCase, request }) });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Envelope;
  },
  cancel: () => Promise.resolve(),
  onProgress: () => () => {},
};
