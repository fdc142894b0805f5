// A list without rows says what to do first.
import { Empty, Typography } from "antd";
import type { ReactNode } from "react";

export function NothingYet({ what, first, action }: { what: string; first: string; action?: ReactNode }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      style={{ paddingBlock: 48 }}
      description={
        <>
          <Typography.Paragraph strong style={{ marginBlockEnd: 4 }}>
            {what}
          </Typography.Paragraph>
          <Typography.Text type="secondary">{first}</Typography.Text>
        </>
      }
    >
      {action}
    </Empty>
  );
}
