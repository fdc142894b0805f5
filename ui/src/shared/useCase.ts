// Use cases as hooks: reading is cached by name and request, acting refetches what is on screen.
import {
  type MutateOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useRef } from "react";
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

type Options<Request, Answer> = MutateOptions<Answer, Error, Request>;

interface Acts<Request, Answer> {
  mutate: (request: Request, options?: Options<Request, Answer>) => void;
  mutateAsync: (request: Request) => Promise<Answer>;
}

/** The same in each of its states, so that what is known of one (that there is an error) stays known. */
type Without<State, Keys extends PropertyKey> = State extends unknown ? Omit<State, Keys> : never;

export type Act<Request, Answer> = Without<
  UseMutationResult<Answer, Error, Request>,
  keyof Acts<Request, Answer>
> &
  Acts<Request, Answer>;

/**
 * Acts; afterwards everything on screen is read again. The same asked again before the answer is a second click of the same
 * hand, and no second act: the first one's answer is dealt with where it was asked.
 */
export function useAct<N extends UseCase>(useCase: N): Act<RequestOf<N>, ResponseOf<N>> {
  const transport = useTransport();
  const client = useQueryClient();
  const underWay = useRef<string | null>(null);
  const act = useMutation<ResponseOf<N>, Error, RequestOf<N>>({
    mutationFn: (request) => call(transport, useCase, request),
    onSuccess: () => client.invalidateQueries(),
    onSettled: () => {
      underWay.current = null;
    },
  });
  const again = useCallback((request: RequestOf<N>) => {
    const asked = JSON.stringify(request);
    if (underWay.current === asked) return true;
    underWay.current = asked;
    return false;
  }, []);
  const { mutate, mutateAsync } = act as Act<RequestOf<N>, ResponseOf<N>>;
  return {
    ...act,
    mutate: useCallback(
      (request: RequestOf<N>, options?: Options<RequestOf<N>, ResponseOf<N>>) => {
        if (!again(request)) mutate(request, options);
      },
      [again, mutate],
    ),
    mutateAsync: useCallback(
      (request: RequestOf<N>) => (again(request) ? new Promise(() => {}) : mutateAsync(request)),
      [again, mutateAsync],
    ),
  };
}
