// Attached files are compared with their hashes in the background: a while after signing in, a moment at a time, once a week.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call, useTransport } from "../../shared/transport";

/** The first screen, backups and what is written in files come first. */
const AFTER_MS = 30_000;
/** Between two looks whether it is due. */
const EVERY_MS = 1_800_000;
/** Between two moments of it. */
const SOON_MS = 2_000;

export function useFileCheck(): void {
  const transport = useTransport();
  const client = useQueryClient();
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const run = async () => {
      let next = EVERY_MS;
      try {
        const { files, more } = await call(transport, "checkFiles", { occasion: "due" });
        if (more) next = SOON_MS;
        if (files > 0 && !gone) {
          void client.invalidateQueries({ queryKey: ["fileCheck"] });
          if (!more) void client.invalidateQueries({ queryKey: ["workbench"] });
        }
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
