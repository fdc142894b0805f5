// What is typed is acted upon once the typing rests.
import { useEffect, useState } from "react";

const PAUSE_MS = 300;

/** The value once it has not changed for a moment. */
export function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(text) as T), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
