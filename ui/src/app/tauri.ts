// The only file that knows Tauri: the window's transport.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { open, save } from "@tauri-apps/plugin-dialog";
import type { Envelope, FileKind, Step, Transport } from "../shared/transport";

/** Hears an event of the shell until the answer is called. */
function hearing<T>(event: string, hear: (payload: T) => void): () => void {
  const listening = listen<T>(event, ({ payload }) => hear(payload));
  return () => {
    void listening.then((stop) => stop());
  };
}

const from = (path?: string) => (path ? { defaultPath: path } : {});

/** A kind of file without endings narrows nothing. */
const narrowing = (kinds: FileKind[]) => kinds.filter(({ extensions }) => extensions.length > 0);

export const transport: Transport = {
  send: (useCase, request) => invoke<Envelope>("call", { useCase, request }),
  cancel: () => invoke("cancel"),
  onProgress: (hear) => hearing<Step>("progress", hear),
  chooseFolder: (title, path) => open({ directory: true, title, ...from(path) }),
  chooseFile: (title, filters, path) => open({ title, filters: narrowing(filters), ...from(path) }),
  chooseFiles: async (title, filters) =>
    (await open({ multiple: true, title, filters: narrowing(filters) })) ?? [],
  chooseSave: (title, filters, path) => save({ title, filters: narrowing(filters), ...from(path) }),
  notify: (title, body) => invoke("notify", { title, body }),
  onDrop: (hear) => hearing<{ paths: string[] }>("tauri://drag-drop", ({ paths }) => hear(paths)),
  closing: {
    hear: (hear) => hearing("closing", hear),
    now: () => invoke("close_now"),
    stay: () => invoke("stay_open"),
  },
};
