// Files dropped on the window. The shell gives their paths; a browser does not, there one types them.
import { App } from "antd";
import { useEffect, useRef } from "react";
import { useTexts } from "../preference";
import { type FileKind, useTransport } from "../transport";
import { fileName, isOf } from "./paths";

/** Hears the paths of dropped files of a kind while the component is shown; says which of the others it did not take. */
export function useDrop(kind: FileKind, hear: (paths: string[]) => void, enabled = true): void {
  const texts = useTexts().files;
  const { onDrop } = useTransport();
  const { message } = App.useApp();
  const take = (paths: string[]) => {
    const other = paths.find((path) => !isOf(kind, path));
    if (other !== undefined) void message.warning(texts.notThis(fileName(other), kind.name));
    const fitting = paths.filter((path) => isOf(kind, path));
    if (fitting.length > 0) hear(fitting);
  };
  const newest = useRef(take);
  newest.current = take;
  useEffect(() => (enabled ? onDrop?.((paths) => newest.current(paths)) : undefined), [onDrop, enabled]);
}
