// Backups that fall due are made in the background: a while after signing in, and then every hour.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { AppError } from "../../bindings/bindings";
import { call, Refused, useTransport } from "../../shared/transport";

/** The first screen comes first. */
const AFTER_MS = 4_000;
const EVERY_MS = 3_600_000;

/** What failed the last time that something was due. */
export function useDueBackups(): AppError[] {
  const transport = useTransport();
  const client = useQueryClient();
  const [failed, setFailed] = useState<AppError[]>([]);
  useEffect(() => {
    let gone = false;
    const run = async () => {
      try {
        const { places } = await call(transport, "runBackupPlan", { occasion: "due" });
        if (gone) return;
        setFailed(places.flatMap((place) => (place.failed === null ? [] : [place.failed])));
        if (places.length > 0) void client.invalidateQueries({ queryKey: ["backupPlan"] });
      } catch (error) {
        if (!gone && error instanceof Refused) setFailed([error.error]);
      }
    };
    const first = setTimeout(() => void run(), AFTER_MS);
    const timer = setInterval(() => void run(), EVERY_MS);
    return () => {
      gone = true;
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [transport, client]);
  return failed;
}
