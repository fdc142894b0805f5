// Use cases as hooks: reading is cached by name and request, acting refetches what is on screen.
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call, type RequestOf, type ResponseOf, type UseCase, useTransport } from "./transport";

/** Reads; refetched when the window comes back to the front, because others may have written meanwhile. */
export function useRead<N extends UseCase>(
  useCase: N,
  request: RequestOf<N>,
  enabled = true,
): UseQueryResult<ResponseOf<N>, Error> {
  const transport = useTransport();
  return useQuery({
    queryKey: [useCase, request],
    queryFn: () => call(transport, useCase, request),
    enabled,
  });
}

/** Looks at something large: what was read is not kept once nobody looks at it. */
export function useLook<N extends UseCase>(
  useCase: N,
  request: RequestOf<N>,
): UseQueryResult<ResponseOf<N>, Error> {
  const transport = useTransport();
  return useQuery({
    queryKey: [useCase, request],
    queryFn: () => call(transport, useCase, request),
    gcTime: 0,
  });
}

/** Acts; afterwards everything on screen is read again. */
export function useAct<N extends UseCase>(useCase: N) {
  const transport = useTransport();
  const client = useQueryClient();
  return useMutation<ResponseOf<N>, Error, RequestOf<N>>({
    mutationFn: (request) => call(transport, useCase, request),
    onSuccess: () => client.invalidateQueries(),
  });
}
