// The documents of a ticket, and behind them the files that its acts brought: what each is, in which version, from whom, with its
// hash; looked at and saved.
import { Flex, Switch, Tag, Typography } from "antd";
import { useState } from "react";
import type { TicketFileView } from "../../bindings/bindings";
import { Attached } from "../../shared/files/Attached";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { sizeText, word } from "../../shared/words";
import { DocumentsCard } from "../documents/DocumentsCard";
import { OUT } from "./outTexts";

/** So much of a hash is shown; the whole is copied. */
const SHOWN = 12;

interface FilesCardProps {
  ticket: string;
  unit: string;
  mayFile: boolean;
}

export function FilesCard({ ticket, unit, mayFile }: FilesCardProps) {
  const texts = usePick(OUT).files;
  const [all, setAll] = useState(false);
  const files = useRead("ticketFiles", { ticket }).data ?? [];
  const former = files.filter(({ holds }) => !holds).length;
  const shown = files.filter(({ holds }) => all || holds).toReversed();
  const extra =
    former === 0 ? null : (
      <Flex gap={6} align="center">
        <Switch size="small" checked={all} onChange={setAll} aria-label={texts.former(former)} />
        <Typography.Text type="secondary">{texts.former(former)}</Typography.Text>
      </Flex>
    );
  return (
    <DocumentsCard
      about={`ticket/${ticket}`}
      unit={unit}
      mayFile={mayFile}
      also={{
        count: files.length,
        extra,
        files: shown.map((file) => (
          <TicketFile key={`${file.file} ${file.at}`} ticket={ticket} file={file} />
        )),
      }}
    />
  );
}

function TicketFile({ ticket, file }: { ticket: string; file: TicketFileView }) {
  const marks = useMarks();
  const texts = usePick(OUT).files;
  const { language } = usePreference();
  const { label, category, act, version, number } = file;
  const what = label ?? (category === "audit" ? texts.audited(version) : word(language, `event.${act}`));
  const name =
    category === "part"
      ? `${what} ${texts.version(version)}`
      : category === "record" && number !== null
        ? `${what} ${texts.record(number)}`
        : what;
  return (
    <Flex vertical gap={4} style={{ minWidth: 0, width: "100%" }}>
      <Flex gap={6} wrap align="center">
        <Tag>{word(language, `fileCategory.${category}`)}</Tag>
        <Typography.Text delete={!file.holds} style={{ overflowWrap: "anywhere" }}>
          {name}
        </Typography.Text>
      </Flex>
      <Typography.Text type="secondary" style={{ overflowWrap: "anywhere" }}>
        {[
          `${file.at} ${file.by}`,
          ...(file.kind === null || file.kind === "bin" ? [] : [file.kind.toUpperCase()]),
          sizeText(file.bytes),
        ].join(marks.comma)}
      </Typography.Text>
      {file.unread === null ? null : (
        <Typography.Text type={file.unread === "due" ? "secondary" : "warning"}>
          {word(language, `unread.${file.unread}`)}
        </Typography.Text>
      )}
      <Flex gap={6} wrap align="center" justify="space-between">
        <Typography.Text
          type="secondary"
          code
          copyable={{ text: file.file, tooltips: [texts.copyHash, texts.copied] }}
        >
          {`${file.file.slice(0, SHOWN)}…`}
        </Typography.Text>
        <Attached
          to={{ ticket }}
          file={file.file}
          name={`${ticket} ${name}`}
          // Behind a password nobody sees what kind it is; whoever looks is told so.
          {...(file.unread === "encrypted" ? {} : { kind: file.kind })}
        />
      </Flex>
    </Flex>
  );
}
