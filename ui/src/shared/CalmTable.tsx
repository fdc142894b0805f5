// A table whose rows come a moment after its head. React draws them in slices, so that a long list holds up nothing.
import { Table, type TableProps, type TableRef } from "antd";
import { type Ref, useDeferredValue } from "react";

/** One and the same, so that it can be told from a list that is empty. */
const NONE: never[] = [];

/** While rows are on their way, nothing is said of a list that is empty. */
const ON_THE_WAY = { emptyText: " " };

export function CalmTable<T extends object>(props: TableProps<T> & { ref?: Ref<TableRef> | undefined }) {
  const { dataSource, ref = null, ...rest } = props;
  const rows = useDeferredValue<readonly T[] | undefined>(dataSource, NONE);
  const coming = rows === NONE && dataSource !== undefined && dataSource.length > 0;
  return (
    <Table<T>
      {...rest}
      ref={ref}
      dataSource={rows ?? NONE}
      {...(coming ? { locale: ON_THE_WAY, "aria-busy": true } : {})}
    />
  );
}
