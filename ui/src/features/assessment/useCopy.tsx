// Copies a text with one click; where the system does not allow it, the text is shown to be copied by hand.
import { App, Input } from "antd";
import { usePick } from "../../shared/pick";
import { BOARD_TEXTS } from "./boardTexts";

export function useCopy(): (text: string) => Promise<void> {
  const words = usePick(BOARD_TEXTS);
  const { message, modal } = App.useApp();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      void message.success(words.copied);
    } catch {
      modal.info({
        title: words.copyYourself,
        content: <Input.TextArea value={text} readOnly autoSize={{ maxRows: 16 }} />,
        okText: words.close,
        width: 560,
      });
    }
  };
}
