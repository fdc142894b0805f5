// A list in a card: what to find it by, and what may be done, above it. Thousands of rows stay smooth.
import { Card, Flex, Input, Table, type TableProps } from "antd";
import type { ReactNode } from "react";
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
}

export function ListCard<T extends object>(props: ListCardProps<T>) {
  const { title, find, setFind, hint, width, actions, above = 0, loading = false, ...table } = props;
  const texts = usePick(TEXTS);
  return (
    <Card size="small" title={title} extra={actions} styles={{ body: { padding: 0 } }}>
      <Flex style={{ padding: 12 }}>
        <Input.Search
          aria-label={hint}
          placeholder={hint}
          allowClear
          value={find}
          onChange={(event) => setFind(event.target.value)}
          style={{ maxWidth: 320 }}
        />
      </Flex>
      <Table<T>
        size="small"
        virtual
        pagination={false}
        loading={loading}
        scroll={{ x: width, y: Math.max(240, window.innerHeight - 236 - above) }}
        locale={{
          emptyText: <div style={{ padding: 32 }}>{find === "" ? texts.emptyList : texts.noneFound}</div>,
        }}
        {...table}
      />
    </Card>
  );
}

/** The texts that a row is found by, as one: for lists so long that they are not put together for every letter typed. */
export function findable(texts: (string | null)[]): string {
  return texts.filter(Boolean).join("\n").toLowerCase();
}

/** Order of numbers, codes and days: as their letters stand, which is many times quicker than by language. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Order of Chinese names, by pinyin. */
export const byName = new Intl.Collator("zh-CN").compare;

/** Whether a row has the words anywhere in the texts given. */
export function matches(find: string, texts: (string | null)[]): boolean {
  const words = find.trim().toLowerCase();
  return words === "" || texts.some((text) => text?.toLowerCase().includes(words));
}
