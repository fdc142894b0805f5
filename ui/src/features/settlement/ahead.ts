// Use cases that the program may not have yet: they are asked for by name, and their shapes are written here until the
// generated bindings have them.
import { useQuery } from "@tanstack/react-query";
import { useSignedIn } from "../../shared/session";
import { call, type Transport, type UseCase, useTransport } from "../../shared/transport";
import type { reportRequest } from "./requests";

export interface Worth {
  overall: string;
  coefficient: string;
  feePayable: string;
  difference: string;
}

export interface PointValuesView {
  base: { overall: string; coefficient: string; feePayable: string };
  units: { code: string; name: string; score: string; plusOne: Worth | null; minusOne: Worth | null }[];
}

export interface PreviewView {
  /** Base64. */
  bytes: string;
  fileName: string;
  formal: boolean;
}

export interface OpenedView {
  /** Base64. */
  bytes: string;
  fileName: string;
  pages: number;
}

interface Ahead {
  pointValues: { request: { quarter: string }; response: PointValuesView };
  previewReport: { request: ReturnType<typeof reportRequest>; response: PreviewView };
  openReport: { request: { path: string }; response: OpenedView };
}

/** Whether the program has it and the account may use it. */
export function useHas(name: keyof Ahead): boolean {
  const { session } = useSignedIn();
  const reach = session.reach[name];
  return reach !== undefined && reach !== "none";
}

export async function callAhead<N extends keyof Ahead>(
  transport: Transport,
  name: N,
  request: Ahead[N]["request"],
): Promise<Ahead[N]["response"]> {
  return (await call(
    transport,
    name as string as UseCase,
    request as never,
  )) as unknown as Ahead[N]["response"];
}

export function useReadAhead<N extends keyof Ahead>(name: N, request: Ahead[N]["request"], enabled = true) {
  const transport = useTransport();
  return useQuery({
    queryKey: [name, request],
    queryFn: () => callAhead(transport, name, request),
    enabled,
    // Megabytes of a preview are not kept once nobody looks at them.
    gcTime: 0,
  });
}
