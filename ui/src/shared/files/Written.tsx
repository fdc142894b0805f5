// What is written in a file, as text by its places: rows as a table for each sheet, slides and pages under their number. Only
// text reaches the page, so that nothing of a file can run or call out.
import { Alert, Empty, Flex, Table, Tabs, Typography } from "antd";
import type { AttachedView, WrittenPart } from "../../bindings/bindings";
import { usePick } from "../pick";
import { usePreference } from "../preference";
import { word } from "../words";
import { TEXTS } from "./texts";

/** Rows of a table that are shown at once. */
const ROWS = 200;
/** Pieces of other files that are shown; the rest is in the file itself. */
const PIECES = 5_000;

export function Written({ view }: { view: AttachedView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  if (view.unreadable !== null) {
    return (
      <Empty description={word(language, `unread.${view.unreadable}`)}>
        <Typography.Text type="secondary">{texts.saveIt}</Typography.Text>
      </Empty>
    );
  }
  const sheets = bySheet(view.parts);
  const cut = view.cut || (sheets.length === 0 && view.parts.length > PIECES);
  return (
    <Flex vertical gap="small">
      <Typography.Text type="secondary">{texts.textOnly}</Typography.Text>
      {cut ? <Alert type="info" showIcon title={texts.cut} /> : null}
      {sheets.length > 0 ? (
        <Tabs
          items={sheets.map(([name, rows]) => ({
            key: name,
            label: name,
            children: <Rows sheet={name} rows={rows} />,
          }))}
        />
      ) : (
        <Pieces parts={view.parts.slice(0, PIECES)} />
      )}
    </Flex>
  );
}

/** The rows of each sheet, in the order of the file. */
export function bySheet(parts: WrittenPart[]): [string, WrittenPart[]][] {
  const sheets = new Map<string, WrittenPart[]>();
  for (const part of parts) {
    const { sheet } = part.place;
    if (sheet === null) continue;
    const rows = sheets.get(sheet);
    if (rows === undefined) sheets.set(sheet, [part]);
    else rows.push(part);
  }
  return [...sheets];
}

/** A column as spreadsheets name it: A, B, …, Z, AA, … */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}

function Rows({ sheet, rows }: { sheet: string; rows: WrittenPart[] }) {
  const texts = usePick(TEXTS);
  const cells = rows.map(({ place, text }) => ({ number: place.number ?? 0, texts: text.split("\t") }));
  const widest = cells.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  return (
    // Reached with Tab, so that the keyboard can scroll it.
    <div
      role="region"
      aria-label={sheet}
      tabIndex={0}
      style={{ maxHeight: "calc(100vh - 260px)", overflow: "auto" }}
    >
      <Table
        size="small"
        bordered
        rowKey="number"
        dataSource={cells}
        pagination={{ pageSize: ROWS, hideOnSinglePage: true, showSizeChanger: false, size: "small" }}
        columns={[
          { title: texts.row, dataIndex: "number", width: 64, align: "right" as const },
          ...Array.from({ length: widest }, (_, column) => ({
            title: columnName(column),
            key: column,
            onCell: () => ({ style: { minWidth: 72, maxWidth: 360, overflowWrap: "anywhere" as const } }),
            render: (_: unknown, { texts: cell }: (typeof cells)[number]) => cell[column] ?? "",
          })),
        ]}
      />
    </div>
  );
}

function Pieces({ parts }: { parts: WrittenPart[] }) {
  const texts = usePick(TEXTS);
  return (
    <div
      role="region"
      aria-label={texts.textOnly}
      tabIndex={0}
      style={{ maxHeight: "calc(100vh - 220px)", overflow: "auto" }}
    >
      {parts.map(({ place, text }, index) => {
        const heading = headed.has(place.at) ? texts.place(place) : null;
        return (
          <section key={index} style={{ marginBlockEnd: heading === null ? 6 : 16 }}>
            {heading === null ? null : <Typography.Text type="secondary">{heading}</Typography.Text>}
            <div style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</div>
          </section>
        );
      })}
    </div>
  );
}

/** Places that stand above their text; paragraphs and lines follow each other as they are. */
const headed = new Set(["page", "slide", "notes", "beside"]);
