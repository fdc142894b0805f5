// Use cases as hooks: reading is cached by name and request, acting refetches what is on screen.
import {
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

/** Reads what is likely to be asked for next, so that `useRead` finds it; what was read just now is not read again. */
export function useReadAhead<N extends UseCase>(useCase: N, request: RequestOf<N>): () => Promise<void> {
  const transport = useTransport();
  const client = useQueryClient();
  return () =>
    client.prefetchQuery({
      queryKey: [useCase, request],
      queryFn: () => call(transport, useCase, request),
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

/** What is done with the answer. Unlike React Query's own options it is done even where what was clicked is gone by then. */
interface Then<Answer> {
  onSuccess?: (answer: Answer) => void;
  onError?: (error: Error) => void;
}

interface Acts<Request, Answer> {
  mutate: (request: Request, then?: Then<Answer>) => void;
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
  const { mutateAsync } = act;
  return {
    ...act,
    mutate: useCallback(
      (request: RequestOf<N>, then?: Then<ResponseOf<N>>) => {
        // By the promise: everything is read again first, and that may take away the button with its own callbacks. An error
        // that nobody asks for here stands in `error`.
        if (!again(request)) void mutateAsync(request).then(then?.onSuccess, then?.onError ?? (() => {}));
      },
      [again, mutateAsync],
    ),
    mutateAsync: useCallback(
      (request: RequestOf<N>) => (again(request) ? new Promise(() => {}) : mutateAsync(request)),
      [again, mutateAsync],
    ),
  };
}
