// A row of one of a type's lists, with its buttons beside.
import { Flex, Form, Input, theme } from "antd";
import type { ReactNode } from "react";
import { RowButtons } from "./RowButtons";

interface PartRowProps {
  part: string;
  place: number;
  count: number;
  move: (from: number, to: number) => void;
  remove: (place: number) => void;
  children: ReactNode;
}

export function PartRow({ children, ...buttons }: PartRowProps) {
  const { token } = theme.useToken();
  return (
    <Flex
      gap="small"
      align="start"
      style={{
        border: `1px solid ${token.colorBorderSecondary}`,
        borderRadius: token.borderRadius,
        padding: token.paddingXS,
      }}
    >
      <Flex vertical gap={6} style={{ flex: 1, minWidth: 0 }}>
        {/* A form gives back what has a field: without one, what the row was known by would be lost when it is saved. */}
        <Form.Item name={[buttons.place, "code"]} hidden>
          <Input />
        </Form.Item>
        {children}
      </Flex>
      <RowButtons {...buttons} />
    </Flex>
  );
}
