// The page's outermost layer: language, appearance, the cache of what was read, and the way to the program.
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import type { StatusView } from "../bindings/bindings";
import { PreferenceProvider } from "../shared/preference";
import { Refused, type Transport, TransportContext } from "../shared/transport";
import { Frame } from "./Frame";

function newClient(status?: StatusView): QueryClient {
  // Whoever was signed out behind the page's back (by a second window of the browser) is shown the way in again.
  const hear = (error: Error) => {
    if (error instanceof Refused && error.error.code === "notSignedIn")
      void client.invalidateQueries({ queryKey: ["ledgerStatus"] });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: hear }),
    mutationCache: new MutationCache({ onError: hear }),
    defaultOptions: {
      // A refusal stays one however often it is asked again.
      queries: { retry: (count, error) => !(error instanceof Refused) && count < 1, staleTime: 5_000 },
    },
  });
  if (status !== undefined) client.setQueryData(["ledgerStatus", {}], status);
  return client;
}

interface AppProps {
  transport: Transport;
  /** Where the program stands, if it has said so already. */
  status?: StatusView | undefined;
}

export function App({ transport, status }: AppProps) {
  const [client] = useState(() => newClient(status));
  return (
    <TransportContext value={transport}>
      <QueryClientProvider client={client}>
        <PreferenceProvider>
          <Frame />
        </PreferenceProvider>
      </QueryClientProvider>
    </TransportContext>
  );
}
