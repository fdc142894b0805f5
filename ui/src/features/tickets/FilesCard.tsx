// The files of a ticket: what each is, in which version, from whom, with its hash; looked at and saved.
import { Card, Flex, List, Switch, Tag, Typography } from "antd";
import { useState } from "react";
import type { TicketFileView } from "../../bindings/bindings";
import { Attached } from "../../shared/files/Attached";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { sizeText, word } from "../../shared/words";
import { OUT } from "./outTexts";

/** So much of a hash is shown; the whole is copied. */
const SHOWN = 12;

export function FilesCard({ ticket }: { ticket: string }) {
  const texts = usePick(OUT).files;
  const { language } = usePreference();
  const [all, setAll] = useState(false);
  const files = useRead("ticketFiles", { ticket }).data ?? [];
  if (files.length === 0) return null;
  const former = files.filter(({ holds }) => !holds).length;
  const nameOf = ({ label, category, act, version, number }: TicketFileView) => {
    const what = label ?? (category === "audit" ? texts.audited(version) : word(language, `event.${act}`));
    if (category === "part") return `${what} ${texts.version(version)}`;
    return category === "record" && number !== null ? `${what} ${texts.record(number)}` : what;
  };
  return (
    <Card
      size="small"
      title={texts.title(files.length)}
      extra={
        former === 0 ? null : (
          <Flex gap={6} align="center">
            <Switch size="small" checked={all} onChange={setAll} aria-label={texts.former(former)} />
            <Typography.Text type="secondary">{texts.former(former)}</Typography.Text>
          </Flex>
        )
      }
    >
      <List
        size="small"
        dataSource={files.filter(({ holds }) => all || holds).toReversed()}
        rowKey={({ file, at, act }) => `${file} ${at} ${act}`}
        renderItem={(file) => (
          <List.Item>
            <Flex vertical gap={4} style={{ minWidth: 0, width: "100%" }}>
              <Flex gap={6} wrap align="center">
                <Tag>{word(language, `fileCategory.${file.category}`)}</Tag>
                <Typography.Text delete={!file.holds} style={{ overflowWrap: "anywhere" }}>
                  {nameOf(file)}
                </Typography.Text>
              </Flex>
              <Typography.Text type="secondary" style={{ overflowWrap: "anywhere" }}>
                {`${file.at} ${file.by}，${file.kind === null || file.kind === "bin" ? "" : `${file.kind.toUpperCase()}，`}${sizeText(file.bytes)}`}
              </Typography.Text>
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
                  name={`${ticket} ${nameOf(file)}`}
                  kind={file.kind}
                />
              </Flex>
            </Flex>
          </List.Item>
        )}
      />
    </Card>
  );
}
