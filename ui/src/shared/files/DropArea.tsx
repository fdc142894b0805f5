// Files to be read: dropped on the window, chosen in the system's own dialog, or typed where there is none.
import { InboxOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Flex, Input, Space, Typography, theme } from "antd";
import { useState } from "react";
import { useTexts } from "../preference";
import { type FileKind, useTransport } from "../transport";
import { useDrop } from "./useDrop";

interface DropAreaProps {
  /** What is to be dropped here. */
  hint: string;
  kind: FileKind;
  /** Whether more than one file may be given at once. */
  several?: boolean;
  disabled?: boolean;
  onPaths: (paths: string[]) => void;
}

export function DropArea({ hint, kind, several = false, disabled = false, onPaths }: DropAreaProps) {
  const texts = useTexts();
  const { token } = theme.useToken();
  const { chooseFile, chooseFiles } = useTransport();
  const [typed, setTyped] = useState("");
  useDrop(kind, (paths) => onPaths(several ? paths : paths.slice(0, 1)), !disabled);
  const ask = async () => {
    if (several && chooseFiles !== undefined) {
      const paths = await chooseFiles(hint, [kind]);
      if (paths.length > 0) onPaths(paths);
      return;
    }
    const path = await chooseFile?.(hint, [kind]);
    if (path) onPaths([path]);
  };
  const take = () => {
    if (typed.trim() === "") return;
    onPaths([typed.trim()]);
    setTyped("");
  };
  return (
    <Flex
      vertical
      align="center"
      gap="small"
      style={{
        padding: token.padding,
        border: `1px dashed ${token.colorBorder}`,
        borderRadius: token.borderRadiusLG,
        background: token.colorFillQuaternary,
      }}
    >
      <Flex align="center" gap="small">
        <InboxOutlined style={{ fontSize: 24, color: token.colorPrimary }} aria-hidden />
        <Typography.Text>{hint}</Typography.Text>
      </Flex>
      {chooseFile === undefined ? (
        <Space.Compact style={{ width: "100%", maxWidth: 560 }}>
          <Input
            aria-label={hint}
            placeholder={texts.files.typePath}
            value={typed}
            disabled={disabled}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={take}
          />
          <Button icon={<PlusOutlined />} disabled={disabled} onClick={take}>
            {texts.files.add}
          </Button>
        </Space.Compact>
      ) : (
        <Button icon={<PlusOutlined />} disabled={disabled} onClick={ask}>
          {texts.files.choose}
        </Button>
      )}
    </Flex>
  );
}
