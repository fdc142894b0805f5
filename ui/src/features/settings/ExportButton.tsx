// A list as a workbook, which can be changed and imported again.
import { ExportOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { fileName } from "../../shared/files/paths";
import { useAskSave } from "../../shared/files/useAskSave";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { Refused } from "../../shared/transport";
import { useAct } from "../../shared/useCase";
import { message as sentence, word } from "../../shared/words";
import { TEXTS } from "./texts";

export function ExportButton({ kind }: { kind: "units" | "people" | "contract" | "holidays" }) {
  const texts = usePick(TEXTS);
  const { language, texts: page } = usePreference();
  const { message } = App.useApp();
  const askSave = useAskSave();
  const may = useMay();
  const save = useAct("exportSheet");
  if (!may("exportSheet")) return null;
  const run = async () => {
    const name = `${word(language, `kind.${kind}`)}.xlsx`;
    const out = await askSave(texts.export, { name: texts.excel, extensions: ["xlsx", "csv"] }, name);
    if (out === null) return;
    save.mutate(
      { kind, out, unit: null, month: null, quarter: null },
      {
        onSuccess: ({ path }) => void message.success(page.files.saved(fileName(path))),
        onError: (error) =>
          void message.error(
            error instanceof Refused
              ? sentence(language, error.error.code, error.error.params)
              : page.failure.unreachable,
            8,
          ),
      },
    );
  };
  return (
    <Button icon={<ExportOutlined />} loading={save.isPending} onClick={() => void run()}>
      {texts.export}
    </Button>
  );
}
