import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { useFoundPeople } from "./foundPeople";
import { type Envelope, TransportContext } from "./transport";

/** A program of three persons whose answers are kept back until they are let go. */
function show() {
  const asked: { find: string; limit: number; answer: () => void }[] = [];
  const transport = {
    send: (_: string, request: unknown): Promise<Envelope> =>
      new Promise((give) => {
        const { find, limit } = request as { find: string; limit: number };
        const lines = ["张伟", "张敏", "李娜"]
          .filter((name) => name.includes(find))
          .map((name) => ({ name }));
        asked.push({ find, limit, answer: () => give({ ok: { lines } }) });
      }),
    cancel: () => Promise.resolve(),
    onProgress: () => () => {},
  };
  function Finder() {
    const [typed, setTyped] = useState("");
    const { people, looking } = useFoundPeople(typed, 30, typed !== "");
    return (
      <>
        <input value={typed} onChange={(event) => setTyped(event.target.value)} />
        <output>{`${people.map(({ name }) => name).join(" ")}${looking ? " …" : ""}`}</output>
      </>
    );
  }
  render(
    <TransportContext value={transport}>
      <QueryClientProvider client={new QueryClient()}>
        <Finder />
      </QueryClientProvider>
    </TransportContext>,
  );
  const type = (value: string) => fireEvent.change(screen.getByRole("textbox"), { target: { value } });
  const seen = () => screen.getByRole("status").textContent;
  return { asked, type, seen };
}

it("asks once the typing rests, and shows who was found before until the answer", async () => {
  const { asked, type, seen } = show();
  expect(seen()).toBe("");
  type("张");
  await waitFor(() => expect(asked.map(({ find, limit }) => [find, limit])).toEqual([["张", 30]]));
  expect(seen()).toBe(" …");
  asked[0]?.answer();
  await waitFor(() => expect(seen()).toBe("张伟 张敏"));
  type("张敏的");
  type("张敏");
  expect(seen()).toBe("张伟 张敏 …");
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(seen()).toBe("张伟 张敏 …");
  expect(asked[1]?.find).toBe("张敏");
  asked[1]?.answer();
  await waitFor(() => expect(seen()).toBe("张敏"));
});
