// Files dropped on the window. The shell gives their paths; a browser does not, there one types them.
import { useEffect, useRef } from "react";
import { useTransport } from "../transport";

/** Hears the paths of dropped files while the component is shown. */
export function useDrop(hear: (paths: string[]) => void, enabled = true): void {
  const { onDrop } = useTransport();
  const newest = useRef(hear);
  newest.current = hear;
  useEffect(() => (enabled ? onDrop?.((paths) => newest.current(paths)) : undefined), [onDrop, enabled]);
}
