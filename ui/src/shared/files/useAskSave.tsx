// Where a file is to be written: asked in the system's own dialog, or, where there is none, in a small window with a field.
import { App, Input, Typography } from "antd";
import { useTexts } from "../preference";
import { type FileKind, useTransport } from "../transport";

/** Asks; the answer is null where the user changed their mind. */
export function useAskSave(): (title: string, kind: FileKind, proposed: string) => Promise<string | null> {
  const texts = useTexts();
  const { chooseSave } = useTransport();
  const { modal } = App.useApp();
  return async (title, kind, proposed) => {
    if (chooseSave !== undefined) return chooseSave(title, [kind], proposed);
    let path = proposed;
    const agreed = await modal.confirm({
      title,
      icon: null,
      okText: texts.files.save,
      content: (
        <label>
          <Typography.Text type="secondary">{texts.files.where}</Typography.Text>
          <Input
            defaultValue={proposed}
            spellCheck={false}
            onChange={(event) => {
              path = event.target.value;
            }}
          />
        </label>
      ),
    });
    return agreed && path.trim() !== "" ? path.trim() : null;
  };
}
