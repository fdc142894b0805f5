// The cells that keep a file out, as a table: where, what stands there, what it should be.
import { FileExcelOutlined } from "@ant-design/icons";
import { Alert, Button, Card, Flex, Input, Table, Typography } from "antd";
import { useMemo, useState } from "react";
import type { AppError } from "../../bindings/bindings";
import { badCellRows } from "../../shared/badCells";
import { withSuffix } from "../../shared/files/paths";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { TEXTS } from "./texts";

/** What was asked when the file was refused. */
export interface Asked {
  kind: string;
  path: string;
  map: string | null;
}

export function BadCells({ refusal, asked }: { refusal: AppError; asked: Asked }) {
  const texts = usePick(TEXTS);
  const words = texts.cells;
  const { language } = usePreference();
  const { save, isPending } = useExport("badCellsWorkbook");
  const keep = () =>
    save({
      title: words.save,
      kind: { name: texts.fileKind, extensions: ["xlsx"] },
      proposed: withSuffix(asked.path, words.suffix).replace(/\.\w+$/, ".xlsx"),
      request: (out) => ({ ...asked, lang: language, out }),
    });
  const [find, setFind] = useState("");
  const rows = useMemo(() => badCellRows(language, refusal.params), [language, refusal]);
  const shown = rows.filter((row) =>
    [row.place, row.column, row.value, row.why, String(row.row)].some((text) => text.includes(find.trim())),
  );
  const places = new Set(rows.map(({ place }) => place));
  const columns = [...new Set(rows.map(({ column }) => column))];
  return (
    <Flex vertical gap="middle">
      <Alert
        role="alert"
        type="warning"
        showIcon
        title={texts.refused}
        action={
          <Button icon={<FileExcelOutlined />} loading={isPending} onClick={() => void keep()}>
            {words.save}
          </Button>
        }
      />
      <Card
        size="small"
        title={words.title(rows.length)}
        extra={
          <Input.Search
            aria-label={words.find}
            placeholder={words.find}
            allowClear
            value={find}
            onChange={(event) => setFind(event.target.value)}
            style={{ width: 240 }}
          />
        }
        styles={{ body: { padding: 0 } }}
      >
        <Table
          size="small"
          virtual
          scroll={{ x: 700, y: 340 }}
          pagination={false}
          dataSource={shown}
          columns={[
            ...(places.size > 1 || !places.has("")
              ? [{ title: words.place, dataIndex: "place", width: 130, ellipsis: true }]
              : []),
            {
              title: words.row,
              dataIndex: "row",
              width: 72,
              align: "right" as const,
              sorter: (a, b) => a.row - b.row,
            },
            {
              title: words.column,
              dataIndex: "column",
              width: 140,
              ellipsis: true,
              filters: columns.map((value) => ({ value, text: value })),
              onFilter: (value, row) => row.column === value,
            },
            {
              title: words.value,
              dataIndex: "value",
              width: 160,
              ellipsis: true,
              render: (value: string) =>
                value === "" ? <Typography.Text type="secondary">{words.empty}</Typography.Text> : value,
            },
            { title: words.why, dataIndex: "why", ellipsis: true },
          ]}
        />
      </Card>
    </Flex>
  );
}
