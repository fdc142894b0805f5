// A folder, typed or chosen in the system's own dialog where there is one.
import { FolderOpenOutlined } from "@ant-design/icons";
import { Button, Input, Space } from "antd";
import { useTexts } from "../preference";
import { useTransport } from "../transport";

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
  const choose = async () => {
    const folder = await chooseFolder?.(title ?? texts.ledger.chooseTitle, value);
    if (folder) onChange?.(folder);
  };
  const input = (
    <Input
      {...(id === undefined ? {} : { id })}
      value={value ?? ""}
      onChange={(event) => onChange?.(event.target.value)}
      spellCheck={false}
    />
  );
  if (chooseFolder === undefined) return input;
  return (
    <Space.Compact block>
      {input}
      <Button icon={<FolderOpenOutlined />} onClick={choose}>
        {texts.ledger.choose}
      </Button>
    </Space.Compact>
  );
}
