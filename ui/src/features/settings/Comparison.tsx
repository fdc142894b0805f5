// Two versions side by side, line by line; one alone where nothing is compared.
import { Table, Typography } from "antd";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";
import { compareLines, type Line } from "./versions";

export interface Side {
  name: string;
  lines: Line[];
}

interface ComparisonProps {
  /** The older version; null where `now` stands alone. */
  old: Side | null;
  now: Side;
  /** Width of the lines' names. */
  width: number;
  /** Only lines that differ. */
  changedOnly?: boolean;
  /** What is said where no line is left. */
  same?: string;
}

export function Comparison({ old, now, width, changedOnly = false, same }: ComparisonProps) {
  const texts = usePick(TEXTS).rules;
  const all = compareLines(old === null ? now.lines : old.lines, now.lines);
  const rows = changedOnly ? all.filter(({ changed }) => changed) : all;
  const mark = (text: string | null, changed: boolean) =>
    text === null ? (
      <Typography.Text type="secondary">{texts.absent}</Typography.Text>
    ) : changed ? (
      <Typography.Text mark>{text}</Typography.Text>
    ) : (
      text
    );
  return (
    <Table
      size="small"
      pagination={false}
      dataSource={rows}
      scroll={{ x: 480 }}
      {...(same === undefined ? {} : { locale: { emptyText: same } })}
      columns={[
        { title: texts.line, dataIndex: "label", width },
        ...(old === null
          ? []
          : [
              {
                title: old.name,
                dataIndex: "old",
                render: (text: string | null, row: (typeof rows)[number]) => mark(text, row.changed),
              },
            ]),
        {
          title: now.name,
          dataIndex: "now",
          render: (text: string | null, row) => mark(text, old !== null && row.changed),
        },
      ]}
    />
  );
}
