import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { type Envelope, TransportContext } from "./transport";
import { useAct, useRead } from "./useCase";

function show() {
  const answers: ((envelope: Envelope) => void)[] = [];
  const transport = {
    send: () => new Promise<Envelope>((answer) => answers.push(answer)),
    cancel: () => Promise.resolve(),
    onProgress: () => () => {},
  };
  const done: string[] = [];
  function Close() {
    const act = useAct("closeMonth");
    const close = (month: string) => act.mutateAsync({ unit: "CD", month }).then(() => done.push(month));
    return (
      <>
        <button onClick={() => void close("2026-07")}>July</button>
        <button onClick={() => void close("2026-08")}>August</button>
      </>
    );
  }
  render(
    <TransportContext value={transport}>
      <QueryClientProvider client={new QueryClient()}>
        <Close />
      </QueryClientProvider>
    </TransportContext>,
  );
  return { answers, done };
}

it("is one act however often it is clicked before the answer, and another one after it", async () => {
  const { answers, done } = show();
  const july = screen.getByText("July");
  fireEvent.click(july);
  fireEvent.click(july);
  fireEvent.click(july);
  await waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.({ ok: null });
  await waitFor(() => expect(done).toEqual(["2026-07"]));
  fireEvent.click(july);
  await waitFor(() => expect(answers).toHaveLength(2));
});

it("leaves an act about something else its way", async () => {
  const { answers } = show();
  fireEvent.click(screen.getByText("July"));
  fireEvent.click(screen.getByText("August"));
  await waitFor(() => expect(answers).toHaveLength(2));
});

it("says what was done even where reading again took away what was clicked", async () => {
  let there = true;
  const people: ((envelope: Envelope) => void)[] = [];
  const transport = {
    send: (useCase: string): Promise<Envelope> => {
      if (useCase === "people") return new Promise((answer) => people.push(answer));
      if (useCase === "handovers") return Promise.resolve({ ok: there ? ["gl-cd"] : [] } as Envelope);
      there = false;
      return Promise.resolve({ ok: null });
    },
    cancel: () => Promise.resolve(),
    onProgress: () => () => {},
  };
  const done: string[] = [];
  function Take({ account }: { account: string }) {
    const act = useAct("takeHandover");
    return (
      <button onClick={() => act.mutate({ account }, { onSuccess: () => done.push(account) })}>Take</button>
    );
  }
  function Waiting() {
    const handovers = useRead("handovers", {});
    useRead("people", { limit: 1 });
    return (handovers.data ?? []).map((account) => <Take key={String(account)} account={String(account)} />);
  }
  render(
    <TransportContext value={transport}>
      <QueryClientProvider client={new QueryClient()}>
        <Waiting />
      </QueryClientProvider>
    </TransportContext>,
  );
  fireEvent.click(await screen.findByText("Take"));
  await waitFor(() => expect(screen.queryByText("Take")).toBeNull());
  for (const answer of people) answer({ ok: null });
  await waitFor(() => expect(done).toEqual(["gl-cd"]));
});
