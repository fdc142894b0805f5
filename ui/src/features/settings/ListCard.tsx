// A list in a card: what to find it by, and what may be done, above it. Thousands of rows stay smooth.
import { Button, Card, Flex, Input, Typography, type TableProps, type TableRef } from "antd";
import { CalmTable } from "../../shared/CalmTable";
import type { ReactNode, Ref } from "react";
import { Later } from "../../shared/Later";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

interface ListCardProps<T> extends Pick<TableProps<T>, "columns" | "dataSource" | "rowKey" | "onChange"> {
  title: string;
  find: string;
  setFind: (find: string) => void;
  hint: string;
  width: number;
  /** Height of what stands above the card, in pixels. */
  above?: number;
  actions?: ReactNode;
  loading?: boolean;
  /** Whether rows may be missing because of what is sought; by default where there are words to find. */
  sought?: boolean;
  /** What is said beside the words to find. */
  status?: string;
  /** For a list that comes in pages: reads the next one, while there is one. */
  more?: { read: () => void; busy: boolean } | null;
  table?: Ref<TableRef>;
}

/** Height of the button for the next page with what is around it, in pixels. */
const MORE = 40;

export function ListCard<T extends object>(props: ListCardProps<T>) {
  const { title, find, setFind, hint, width, actions, above = 0, loading = false, ...rest } = props;
  const { sought = find !== "", status, more = null, table, ...rows } = rest;
  const texts = usePick(TEXTS);
  const below = more === null ? 0 : MORE;
  return (
    <Card size="small" title={title} extra={actions} styles={{ body: { padding: 0 } }}>
      <Flex align="center" gap="middle" style={{ padding: 12 }}>
        <Input.Search
          aria-label={hint}
          placeholder={hint}
          allowClear
          value={find}
          onChange={(event) => setFind(event.target.value)}
          style={{ maxWidth: 320 }}
        />
        {status === undefined ? null : (
          <Typography.Text type="secondary" role="status">
            {status}
          </Typography.Text>
        )}
      </Flex>
      <Later>
        <CalmTable<T>
          ref={table}
          size="small"
          virtual
          pagination={false}
          loading={loading}
          scroll={{ x: width, y: Math.max(240, window.innerHeight - 236 - above - below) }}
          locale={{
            emptyText: (
              <Typography.Paragraph type="secondary" style={{ padding: 32, margin: 0 }}>
                {sought ? texts.noneFound : texts.emptyList}
              </Typography.Paragraph>
            ),
          }}
          onScroll={(event) => {
            const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
            if (more !== null && !more.busy && scrollHeight - scrollTop - clientHeight < clientHeight)
              more.read();
          }}
          {...rows}
        />
      </Later>
      {more === null ? null : (
        <Flex justify="center" style={{ padding: 8 }}>
          <Button size="small" loading={more.busy} onClick={more.read}>
            {texts.more}
          </Button>
        </Flex>
      )}
    </Card>
  );
}

/** Whether a row has the words anywhere in the texts given. */
export function matches(find: string, texts: (string | null)[]): boolean {
  const words = find.trim().toLowerCase();
  return words === "" || texts.some((text) => text?.toLowerCase().includes(words));
}
