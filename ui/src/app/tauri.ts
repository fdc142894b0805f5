// The only file that knows Tauri: the window's transport.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { open } from "@tauri-apps/plugin-dialog";
import type { Envelope, Step, Transport } from "../shared/transport";

export const transport: Transport = {
  send: (useCase, request) => invoke<Envelope>("call", { useCase, request }),
  cancel: () => invoke("cancel"),
  onProgress(hear) {
    const listening = listen<Step>("progress", (event) => hear(event.payload));
    return () => {
      listening.then((stop) => stop());
    };
  },
  chooseFolder: (title, from) => open({ directory: true, title, ...(from ? { defaultPath: from } : {}) }),
};
