// What is written in attached files is read in the background: a while after signing in, and then as long as there is something.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call, useTransport } from "../../shared/transport";

/** The first screen comes first. */
const AFTER_MS = 6_000;
/** Between two looks where nothing was left. */
const EVERY_MS = 30_000;
/** Between two where something was. */
const SOON_MS = 500;

export function useReading(): void {
  const transport = useTransport();
  const client = useQueryClient();
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const run = async () => {
      let next = EVERY_MS;
      try {
        const { read, more } = await call(transport, "readContents", {});
        if (read > 0 && !gone) {
          void client.invalidateQueries({ queryKey: ["findWords"] });
          void client.invalidateQueries({ queryKey: ["ticketFiles"] });
        }
        if (more) next = SOON_MS;
      } catch {
        // A ledger that is busy or away is asked again; what else is wrong with it, every other use case says.
      }
      if (!gone) timer = setTimeout(() => void run(), next);
    };
    timer = setTimeout(() => void run(), AFTER_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [transport, client]);
}
