// A file: typed, chosen in the system's own dialog where there is one, or dropped on the field.
import { FileOutlined, SaveOutlined } from "@ant-design/icons";
import { useTexts } from "../preference";
import { type FileKind, useTransport } from "../transport";
import { ChosenField } from "./ChosenField";
import { useDrop } from "./useDrop";

interface PathFieldProps {
  /** Given by the form's item, together with `value` and `onChange`. */
  id?: string;
  value?: string;
  onChange?: (path: string) => void;
  kind: FileKind;
  /** Where the file is to be written, instead of read. */
  saving?: boolean;
  title: string;
  /** Where a file is to be written: the name offered for it while none was typed. */
  proposed?: string;
  /** Whether a file dropped on the window goes here: one field of a screen. */
  takesDrops?: boolean;
}

export function PathField({
  id,
  value,
  onChange,
  kind,
  saving = false,
  title,
  proposed,
  takesDrops = false,
}: PathFieldProps) {
  const texts = useTexts();
  const { chooseFile, chooseSave } = useTransport();
  useDrop(kind, ([path]) => path !== undefined && onChange?.(path), takesDrops);
  const choose = saving ? chooseSave : chooseFile;
  return (
    <ChosenField
      id={id}
      value={value}
      onChange={onChange}
      choose={choose && (() => choose(title, [kind], value || proposed))}
      icon={saving ? <SaveOutlined /> : <FileOutlined />}
      label={saving ? texts.files.saveAs : texts.files.choose}
    />
  );
}
