// Paths as the system writes them, for showing and for proposing a name beside another file.
import type { FileKind } from "../transport";

/** What stands after the last separator. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** Whether a file's name ends like those of a kind; any name does where the kind has none. */
export function isOf(kind: FileKind, path: string): boolean {
  return (
    kind.extensions.length === 0 ||
    kind.extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`))
  );
}

/** The folder a file lies in, without the last separator; empty for a bare name. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"), 0));
}

/** A file of that name in the same folder as another. */
export function beside(path: string, name: string): string {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return path.slice(0, at + 1) + name;
}

/** The same path with words put before the ending: `a.pdf` becomes `a-signed.pdf`. */
export function withSuffix(path: string, suffix: string): string {
  const dot = path.lastIndexOf(".");
  return dot > path.length - fileName(path).length
    ? path.slice(0, dot) + suffix + path.slice(dot)
    : path + suffix;
}

/** A text as part of a proposed name, without what Windows does not take in one. */
export function safeName(text: string): string {
  return text.replace(/[<>:"/\\|?*\p{Cc}]/gu, "_").replace(/^[ .]+|[ .]+$/g, "");
}
