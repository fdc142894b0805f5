// A folder, typed or chosen in the system's own dialog where there is one.
import { FolderOpenOutlined } from "@ant-design/icons";
import { useTexts } from "../preference";
import { useTransport } from "../transport";
import { ChosenField } from "./ChosenField";

interface FolderFieldProps {
  /** Given by the form's item, together with `value` and `onChange`. */
  id?: string;
  value?: string;
  onChange?: (folder: string) => void;
  /** Of the dialog; a ledger's folder where absent. */
  title?: string;
}

export function FolderField({ id, value, onChange, title }: FolderFieldProps) {
  const texts = useTexts();
  const { chooseFolder } = useTransport();
  return (
    <ChosenField
      id={id}
      value={value}
      onChange={onChange}
      choose={chooseFolder && (() => chooseFolder(title ?? texts.ledger.chooseTitle, value))}
      icon={<FolderOpenOutlined />}
      label={texts.ledger.choose}
    />
  );
}
