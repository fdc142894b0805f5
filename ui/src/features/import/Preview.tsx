// What importing a file would do: in one sentence, then row by row, then the button.
import { Alert, Button, Flex, Segmented, Table, Tag, Typography } from "antd";
import { useMemo, useState } from "react";
import type { ImportView, ImportPreview } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { changedCells, type Change, CHANGES, rowsTaken } from "./changes";
import { TEXTS } from "./texts";

/** Rows before which nothing scrolls; the table's body has this height in pixels. */
const HEIGHT = 320;
/** Staff numbers that are named; the rest is counted. */
const NAMED = 20;
const COLOURS: Record<Change, string> = { new: "green", changed: "gold", same: "default" };

interface Props {
  checked: ImportView;
  busy: boolean;
  act: () => void;
}

export function Preview({ checked, busy, act }: Props) {
  const { rows, changed, unscored, ignored, preview } = checked;
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const nothing = changed === 0;
  return (
    <Flex vertical gap="middle">
      <Alert
        type={nothing ? "info" : "success"}
        showIcon
        title={
          nothing ? texts.nothingNew(String(rows)) : texts.ready(String(rows), String(rowsTaken(checked)))
        }
        description={
          <Flex vertical gap="small" align="start">
            {nothing ? null : texts.notYet}
            {unscored.length > 0 ? (
              <div>
                {texts.unscored(unscored.length)} {unscored.join(word(language, "listSeparator"))}
              </div>
            ) : null}
            {ignored.length > 0 ? (
              <div>
                {texts.ignored(ignored.length)}{" "}
                {ignored.slice(0, NAMED).join(word(language, "listSeparator"))}
                {ignored.length > NAMED ? " …" : ""}
              </div>
            ) : null}
            {nothing ? null : (
              <Button type="primary" loading={busy} onClick={act}>
                {texts.act}
              </Button>
            )}
          </Flex>
        }
      />
      {preview === null || preview.rows.length === 0 ? null : <Rows preview={preview} />}
    </Flex>
  );
}

function Rows({ preview }: { preview: ImportPreview }) {
  const texts = usePick(TEXTS).preview;
  const [only, setOnly] = useState<Change | "all">("all");
  const all = preview.counts.reduce((sum, count) => sum + count, 0);
  const shown = useMemo(
    () => preview.rows.filter(({ change }) => only === "all" || change === only),
    [preview, only],
  );
  return (
    <Flex vertical gap="small">
      <Flex align="center" gap="middle" wrap>
        <Typography.Text strong>{texts.title}</Typography.Text>
        <Segmented<Change | "all">
          size="small"
          aria-label={texts.title}
          value={only}
          onChange={setOnly}
          options={[
            { value: "all", label: texts.all(all) },
            ...CHANGES.map((change, i) => ({
              value: change,
              label: texts.counts[change](preview.counts[i] ?? 0),
            })),
          ]}
        />
        {all > preview.rows.length ? (
          <Typography.Text type="secondary">{texts.first(preview.rows.length)}</Typography.Text>
        ) : null}
      </Flex>
      <Table
        size="small"
        virtual
        rowKey="row"
        pagination={false}
        scroll={{ x: 130 + preview.headings.length * 120, y: HEIGHT }}
        dataSource={shown}
        columns={[
          { title: texts.row, dataIndex: "row", width: 60, align: "right" },
          {
            title: texts.change,
            key: "change",
            width: 70,
            render: (_, { change }) => (
              <Tag color={COLOURS[change as Change]}>{texts.changes[change as Change]}</Tag>
            ),
          },
          ...preview.headings.map((heading, i) => ({
            title: heading,
            key: heading,
            width: 120,
            ellipsis: true,
            render: (_: unknown, line: ImportPreview["rows"][number]) => {
              const [before, now] = changedCells(line, i);
              return before === null ? (
                now
              ) : (
                <span title={`${before} → ${now}`}>
                  <del>{before === "" ? texts.empty : before}</del>{" "}
                  <ins>{now === "" ? texts.empty : now}</ins>
                </span>
              );
            },
          })),
        ]}
      />
    </Flex>
  );
}
