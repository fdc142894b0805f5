// A path, typed, or chosen in the system's own dialog where there is one.
import { Button, Input, Space } from "antd";
import type { ReactNode } from "react";

interface ChosenFieldProps {
  /** Given by the form's item, together with `value` and `onChange`. */
  id?: string | undefined;
  value?: string | undefined;
  onChange?: ((path: string) => void) | undefined;
  /** Asks in the system's dialog; absent where there is none. */
  choose: (() => Promise<string | null>) | undefined;
  icon: ReactNode;
  label: string;
}

export function ChosenField({ id, value, onChange, choose, icon, label }: ChosenFieldProps) {
  const ask = async () => {
    const path = await choose?.();
    if (path) onChange?.(path);
  };
  const input = (
    <Input
      {...(id === undefined ? {} : { id })}
      value={value ?? ""}
      onChange={(event) => onChange?.(event.target.value)}
      spellCheck={false}
    />
  );
  if (choose === undefined) return input;
  return (
    <Space.Compact block>
      {input}
      <Button icon={icon} onClick={ask}>
        {label}
      </Button>
    </Space.Compact>
  );
}
