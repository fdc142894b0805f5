// Writing a file for the user: asks where to, has a use case write it, and says where it lies. A refusal stays on the screen
// until it was read.
import { App } from "antd";
import { Failure } from "../Failure";
import { useTexts } from "../preference";
import type { FileKind, RequestOf, UseCase } from "../transport";
import { useAct } from "../useCase";
import { useAskSave } from "./useAskSave";

interface Export<N extends UseCase> {
  save: (what: {
    title: string;
    kind: FileKind;
    /** The name offered. */
    proposed: string;
    request: (out: string) => RequestOf<N>;
  }) => Promise<void>;
  isPending: boolean;
}

export function useExport<N extends UseCase>(useCase: N): Export<N> {
  const texts = useTexts();
  const { message, modal } = App.useApp();
  const askSave = useAskSave();
  const act = useAct(useCase);
  return {
    isPending: act.isPending,
    save: async ({ title, kind, proposed, request }) => {
      const out = await askSave(title, kind, proposed);
      if (out === null) return;
      act.mutate(request(out), {
        // Where the program says that it lies: it may have given the name an ending.
        onSuccess: (answer) => void message.success(texts.files.saved(placeOf(answer) ?? out)),
        onError: (error) =>
          void modal.error({ title, icon: null, width: 560, content: <Failure error={error} /> }),
      });
    },
  };
}

function placeOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("path" in answer)) return null;
  return typeof answer.path === "string" ? answer.path : null;
}
