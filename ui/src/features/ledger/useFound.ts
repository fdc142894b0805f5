// Makes a ledger, and holds what it answered until the founder has stored the recovery code.
import { useMutation } from "@tanstack/react-query";
import type { Founded, InitLedger } from "../../bindings/bindings";
import { call, useTransport } from "../../shared/transport";

export interface Made {
  founded: Founded;
  request: InitLedger;
}

/**
 * The program signs the founder in at once; the page signs out again, so that nothing (a reload of the state, the window
 * coming back to the front) takes the recovery code off the screen before it was stored.
 */
export function useFound() {
  const transport = useTransport();
  return useMutation<Made, Error, InitLedger>({
    mutationFn: async (request) => {
      const founded = await call(transport, "initLedger", request);
      await call(transport, "signOut", {});
      return { founded, request };
    },
  });
}
