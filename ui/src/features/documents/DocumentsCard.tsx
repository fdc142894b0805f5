// The documents of a ticket, an opportunity, a customer or an engineer, and, behind them, the files that came with acts: one list.
import { InboxOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Tag, Typography } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import type { DocumentLine } from "../../bindings/bindings";
import { Attached } from "../../shared/files/Attached";
import { useDrop } from "../../shared/files/useDrop";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { sizeText } from "../../shared/words";
import { DocumentTags, documentPlace } from "./DocumentTags";
import { FileDialog } from "./FileDialog";
import { OutButtons } from "./OutButtons";
import { documentsRequest, ofAbout } from "./filter";
import { TEXTS } from "./texts";

/** So many are shown here; the others in the list. */
const SHOWN = 20;

interface DocumentsCardProps {
  /** What they hang on, as `ticket/CD-202610-0001`. */
  about: string;
  /** The unit that it belongs to. */
  unit: string;
  /** Whether the account files documents here; by its rights in the unit where absent. */
  mayFile?: boolean;
  /** Files that came with acts: how many, a switch for the former ones, the files. */
  also?: { count: number; extra: ReactNode; files: ReactNode[] };
}

export function DocumentsCard({ about, unit, mayFile: given, also }: DocumentsCardProps) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const [files, setFiles] = useState<string[] | null>(null);
  const reads = may("documents", unit);
  const mayFile = given ?? may("fileDocuments", unit);
  const found = useRead("documents", { ...documentsRequest(ofAbout(about)), offset: 0, limit: SHOWN }, reads);
  const lines = reads ? (found.data?.lines ?? []) : [];
  const total = reads ? (found.data?.total ?? 0) : 0;
  // While another dialog is open, what is dropped is meant for that.
  useDrop(
    { name: texts.anyFile, extensions: [] },
    (paths) => {
      if (document.querySelector(".ant-modal-wrap") === null) setFiles(paths);
    },
    mayFile && files === null,
  );
  const count = total + (also?.count ?? 0);
  const aboutKey = about.slice(about.indexOf("/") + 1);
  if (count === 0 && !mayFile) return null;
  return (
    <Card
      size="small"
      title={texts.card(count)}
      extra={
        <Flex gap="small" align="center">
          {also?.extra}
          {mayFile ? (
            <Button size="small" icon={<InboxOutlined aria-hidden />} onClick={() => setFiles([])}>
              {texts.file}
            </Button>
          ) : null}
        </Flex>
      }
    >
      {count === 0 ? <Typography.Text type="secondary">{texts.cardNone}</Typography.Text> : null}
      {total > 0 ? (
        <Flex gap="small" wrap style={{ marginBlockEnd: 8 }}>
          <OutButtons about={about} name={aboutKey} />
        </Flex>
      ) : null}
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.document}>
            <OneDocument line={line} />
          </li>
        ))}
        {total > lines.length ? (
          <li>
            <Link to={`/documents?about=${encodeURIComponent(about)}`}>{texts.cardMore(total)}</Link>
          </li>
        ) : null}
        {also?.files.map((file, place) => (
          <li key={place}>{file}</li>
        ))}
      </ul>
      {files === null ? null : <FileDialog about={about} first={files} close={() => setFiles(null)} />}
    </Card>
  );
}

function OneDocument({ line }: { line: DocumentLine }) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  return (
    <Flex vertical gap={4} style={{ minWidth: 0, width: "100%" }}>
      <Flex gap={6} wrap align="center">
        <Tag color="blue">{line.kindName ?? line.categoryName}</Tag>
        <Link
          to={documentPlace(line.document)}
          style={{ textDecoration: "underline", overflowWrap: "anywhere", minWidth: 0 }}
        >
          {line.title ?? texts.erased}
        </Link>
        <DocumentTags line={line} />
      </Flex>
      <Flex gap={6} wrap align="center" justify="space-between">
        <Typography.Text type="secondary" style={{ overflowWrap: "anywhere" }}>
          {[
            `${line.number} ${texts.version(line.versions)}`,
            line.changedAt.slice(0, 16),
            ...(line.ending === null ? [] : [line.ending.toUpperCase()]),
            sizeText(line.bytes),
          ].join(marks.comma)}
        </Typography.Text>
        <Attached
          to={{ document: line.document, version: line.versions }}
          file={line.file}
          name={line.name ?? line.number}
          kind={line.ending}
        />
      </Flex>
    </Flex>
  );
}
