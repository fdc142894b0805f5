// What this screen's components stand in, for tests: a transport that answers from a list, a session, a router.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { App } from "antd";
import type { ReactElement } from "react";
import { MemoryRouter, useLocation } from "react-router";
import type { Reach, StatusView } from "../../bindings/bindings";
import { InViewProvider } from "../../shared/inView";
import { PreferenceProvider } from "../../shared/preference";
import { SessionContext } from "../../shared/session";
import { type Transport, TransportContext } from "../../shared/transport";

interface Standing {
  role?: string;
  unit?: string | null;
  reach?: Record<string, Reach>;
  twoPerson?: boolean;
  answers?: Record<string, unknown>;
}

export interface Asked {
  useCase: string;
  request: unknown;
}

/** Draws an element where the page would; the answer lists what was asked of the program. */
export function show(element: ReactElement, standing: Standing = {}): Asked[] {
  const asked: Asked[] = [];
  const answers = standing.answers ?? {};
  const transport: Transport = {
    send: (useCase, request) => {
      asked.push({ useCase, request });
      return Promise.resolve({ ok: answers[useCase] ?? [] });
    },
    cancel: () => Promise.resolve(),
    onProgress: () => () => {},
  };
  const status: StatusView = {
    dir: "ledger",
    exists: true,
    open: true,
    role: "province",
    unit: "ZQ",
    twoPerson: standing.twoPerson ?? true,
    today: "2026-11-20",
    demo: true,
    accounts: [],
    session: null,
  };
  const session = {
    account: "jingban",
    name: "周敏",
    role: standing.role ?? "clerk",
    unit: standing.unit ?? null,
    staffNo: null,
    reach: standing.reach ?? {},
  };
  render(
    <TransportContext value={transport}>
      <QueryClientProvider client={new QueryClient()}>
        <PreferenceProvider>
          <SessionContext value={{ session, status }}>
            <MemoryRouter>
              <InViewProvider>
                <App>
                  {element}
                  <Where />
                </App>
              </InViewProvider>
            </MemoryRouter>
          </SessionContext>
        </PreferenceProvider>
      </QueryClientProvider>
    </TransportContext>,
  );
  return asked;
}

/** Where the router stands, as a test reads it. */
function Where() {
  const { pathname, search } = useLocation();
  return <output data-testid="where">{pathname + search}</output>;
}
