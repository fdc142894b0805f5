// What was found: name, number, unit and day, and the passage with the words marked.
import { Flex, Tag, Typography } from "antd";
import { Link } from "react-router";
import type { FoundFile, FoundLine, PassagePiece } from "../../bindings/bindings";
import { TEXTS as FILES } from "../../shared/files/texts";
import { Attached } from "../../shared/files/Attached";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

/** Where something that was found is shown. */
export function placeOf({ kind, key }: Pick<FoundLine, "kind" | "key">): string {
  const number = encodeURIComponent(key);
  switch (kind) {
    case "ticket":
      return `/tickets/${number}`;
    case "opportunity":
      return `/opportunities/${number}`;
    case "document":
      return `/documents/${number}`;
    case "customer":
      return `/customers/${number}`;
    default:
      return `/communication/of/${number}`;
  }
}

export function FoundList({ lines }: { lines: FoundLine[] }) {
  const texts = usePick(TEXTS);
  const { units } = useInView();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const files = usePick(FILES);
  const { language } = usePreference();
  const inFile = ({ label, category, version, holds, place }: FoundFile) =>
    texts.inFile(label ?? word(language, `fileCategory.${category}`), version, holds, files.place(place));
  return (
    <ol className="found">
      {lines.map((line) => (
        <li key={`${line.kind} ${line.key}`}>
          <Flex gap="small" align="baseline">
            <Tag>{texts.kind[line.kind] ?? line.kind}</Tag>
            <Link
              to={placeOf(line)}
              style={{ textDecoration: "underline", minWidth: 0, overflowWrap: "anywhere" }}
            >
              <Pieces pieces={line.title} />
            </Link>
            <Typography.Text type="secondary" style={{ marginInlineStart: "auto", whiteSpace: "nowrap" }}>
              {texts.line(line, names.get(line.unit) ?? "")}
            </Typography.Text>
          </Flex>
          <Typography.Paragraph type="secondary" style={{ marginBlock: "4px 0" }} ellipsis={{ rows: 2 }}>
            {line.file === null ? null : <Typography.Text strong>{inFile(line.file)}</Typography.Text>}
            <Pieces pieces={line.passage} />
          </Typography.Paragraph>
          {line.file === null || line.kind !== "document" ? null : (
            <Attached
              to={{ document: line.key, version: line.file.version }}
              file={line.file.file}
              name={line.file.label ?? line.key}
              kind={endingOf(line.file.label)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

/** The ending of a file's name; null where there is none, or the name was erased. */
function endingOf(name: string | null): string | null {
  const ending = name === null ? undefined : /\.([a-z0-9]{1,8})$/i.exec(name)?.[1];
  return ending?.toLowerCase() ?? null;
}

function Pieces({ pieces }: { pieces: PassagePiece[] }) {
  return pieces.map(({ text, marked }, place) =>
    marked ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}
