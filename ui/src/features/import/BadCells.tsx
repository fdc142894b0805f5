// The cells that keep a file out, as a table: where, what stands there, what it should be.
import { FileExcelOutlined } from "@ant-design/icons";
import { Alert, App, Button, Card, Flex, Input, Table, Typography } from "antd";
import { useMemo, useState } from "react";
import type { AppError } from "../../bindings/bindings";
import { badCellRows } from "../../shared/badCells";
import { Failure } from "../../shared/Failure";
import { fileName, withSuffix } from "../../shared/files/paths";
import { useAskSave } from "../../shared/files/useAskSave";
import { usePick } from "../../shared/pick";
import { usePreference, useTexts } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
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
  const page = useTexts();
  const { message } = App.useApp();
  const askSave = useAskSave();
  const save = useAct("badCellsWorkbook");
  const keep = async () => {
    const proposed = withSuffix(asked.path, words.suffix).replace(/\.\w+$/, ".xlsx");
    const out = await askSave(words.save, { name: texts.fileKind, extensions: ["xlsx"] }, proposed);
    if (out === null) return;
    save.mutate(
      { ...asked, lang: language, out },
      { onSuccess: ({ path }) => void message.success(page.files.saved(fileName(path))) },
    );
  };
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
          <Button icon={<FileExcelOutlined />} loading={save.isPending} onClick={() => void keep()}>
            {words.save}
          </Button>
        }
      />
      {save.isError ? <Failure error={save.error} /> : null}
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
