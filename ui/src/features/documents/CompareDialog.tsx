// Two versions side by side: what is written in them, with what differs marked. The core finds the difference; here are its rows.
import { Alert, Flex, Modal, Select, Skeleton, theme, Typography } from "antd";
import { type CSSProperties, useState } from "react";
import type { ComparedLine, ComparedRow, DocumentView, VersionComparison } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { TEXTS as FILES } from "../../shared/files/texts";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useLook } from "../../shared/useCase";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

interface CompareDialogProps {
  view: DocumentView;
  close: () => void;
}

export function CompareDialog({ view, close }: CompareDialogProps) {
  const texts = usePick(TEXTS);
  const { document, versions } = view.line;
  const [from, setFrom] = useState(versions - 1);
  const [to, setTo] = useState(versions);
  const choices = view.versions.map(({ number, at }) => ({
    value: number,
    label: `${texts.version(number)} ${at.slice(0, 16)}`,
  }));
  return (
    <Modal
      open
      title={texts.compareTitle(view.line.title ?? view.line.number)}
      width="min(1180px, 97vw)"
      style={{ top: 12 }}
      footer={null}
      destroyOnHidden
      onCancel={close}
    >
      <Flex gap="small" style={{ marginBlockEnd: 8 }}>
        <Select
          aria-label={texts.compareFrom}
          style={{ flex: 1 }}
          value={from}
          options={choices}
          onChange={setFrom}
        />
        <Select
          aria-label={texts.compareTo}
          style={{ flex: 1 }}
          value={to}
          options={choices}
          onChange={setTo}
        />
      </Flex>
      <Compared key={`${from} ${to}`} document={document} from={from} to={to} />
    </Modal>
  );
}

function Compared({ document, from, to }: { document: string; from: number; to: number }) {
  const texts = usePick(TEXTS);
  const found = useLook("compareVersions", { document, from, to });
  if (found.error) return <Failure error={found.error} />;
  if (found.data === undefined) {
    return (
      <div role="status" aria-busy="true" aria-label={texts.comparing}>
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  }
  return <Shown view={found.data} />;
}

function Shown({ view }: { view: VersionComparison }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const sides = [view.from, view.to];
  const unread = sides.filter((side) => side.unread !== null);
  return (
    <Flex vertical gap="small">
      {unread.map(({ number, unread: reason }) => (
        <Alert
          key={number}
          type="warning"
          showIcon
          title={texts.compareUnread(texts.version(number), word(language, `unread.${reason ?? ""}`))}
        />
      ))}
      {sides
        .filter((side) => side.cut)
        .map(({ number }) => (
          <Alert key={`cut ${number}`} type="info" showIcon title={texts.compareCut(texts.version(number))} />
        ))}
      {unread.length > 0 ? null : view.rows.length === 0 ? (
        <Alert type="success" showIcon title={texts.compareSame} />
      ) : (
        <>
          <Typography.Text strong role="status">
            {texts.compareCounts(view.changed, view.added, view.removed)}
          </Typography.Text>
          <Rows rows={view.rows} />
        </>
      )}
      {view.more ? <Alert type="info" showIcon title={texts.compareMore} /> : null}
    </Flex>
  );
}

function Rows({ rows }: { rows: ComparedRow[] }) {
  const texts = usePick(TEXTS);
  const { token } = theme.useToken();
  const cell: CSSProperties = {
    border: `1px solid ${token.colorBorderSecondary}`,
    padding: "2px 6px",
    verticalAlign: "top",
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  };
  return (
    // A region of its own that the keyboard can scroll.
    <div
      tabIndex={0}
      role="region"
      aria-label={texts.compareRegion}
      style={{ maxHeight: "calc(100vh - 230px)", overflowY: "auto" }}
    >
      <table className="compared" style={{ width: "100%", tableLayout: "fixed", borderCollapse: "collapse" }}>
        <thead>
          <tr>
            {[texts.compareFrom, texts.compareTo].map((name) => (
              <th key={name} scope="col" style={{ ...cell, textAlign: "start" }}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) =>
            row.kind === "skipped" ? (
              <tr key={place}>
                <td colSpan={2} style={{ ...cell, textAlign: "center" }}>
                  <Typography.Text type="secondary">{texts.compareSkipped(row.skipped)}</Typography.Text>
                </td>
              </tr>
            ) : (
              <tr key={place}>
                <td style={{ ...cell, background: row.kind === "same" ? undefined : token.colorErrorBg }}>
                  <Line line={row.left} sign="−" differs={row.kind !== "same"} />
                </td>
                <td style={{ ...cell, background: row.kind === "same" ? undefined : token.colorSuccessBg }}>
                  <Line line={row.right} sign="+" differs={row.kind !== "same"} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  line: ComparedLine | null;
  /** What a differing line begins with: colour alone does not tell. */
  sign: string;
  differs: boolean;
}

function Line({ line, sign, differs }: LineProps) {
  const files = usePick(FILES);
  if (line === null) return null;
  return (
    <Flex gap={6}>
      <span aria-hidden style={{ fontFamily: "monospace" }}>
        {differs ? sign : " "}
      </span>
      <span style={{ minWidth: 0 }}>
        <Typography.Text type="secondary" style={{ marginInlineEnd: 6 }}>
          {files.place(line.place)}
        </Typography.Text>
        {line.pieces.map(({ text, marked }, place) =>
          marked && differs ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
        )}
      </span>
    </Flex>
  );
}
