// Tells the desktop what is due today, where the shell can.
import { useEffect } from "react";
import { usePick } from "../../shared/pick";
import { useSignedIn } from "../../shared/session";
import { useTransport } from "../../shared/transport";
import { useRead } from "../../shared/useCase";
import { gathered } from "./due";
import { notices, type Told } from "./notices";
import { useSentence } from "./sentence";
import { TEXTS } from "./texts";

const KEPT = "huiqian.told";
/** Sentences that fit into a notification. */
const LINES = 3;

function told(): Told | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null") as Told | null;
  } catch {
    return null;
  }
}

export function useNotices(): void {
  const { notify } = useTransport();
  const words = usePick(TEXTS);
  const { session, status } = useSignedIn();
  const sentence = useSentence();
  const due = useRead("workbench", {}, notify !== undefined);
  const who = `${status.dir} ${session.account}`;
  useEffect(() => {
    if (notify === undefined || due.data === undefined || status.today === null) return;
    const [now, then] = notices(gathered(due.data), status.today, who, told());
    if (now.length === 0) return;
    localStorage.setItem(KEPT, JSON.stringify(then));
    void notify(words.dueToday(now.length), now.slice(0, LINES).map(sentence).join("\n"));
  }, [notify, due.data, status.today, who, words, sentence]);
}
