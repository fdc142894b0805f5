// Every version of a document: who added it, when, what was changed, its size and hash; each can be looked at and saved.
import { DiffOutlined } from "@ant-design/icons";
import { Button, Card, Flex, Table, Tag, Typography } from "antd";
import { useState } from "react";
import type { DocumentVersionView, DocumentView } from "../../bindings/bindings";
import { EraseButton } from "../../shared/erasing/EraseButton";
import { Attached } from "../../shared/files/Attached";
import { usePick } from "../../shared/pick";
import { sizeText } from "../../shared/words";
import { CompareDialog } from "./CompareDialog";
import { TEXTS } from "./texts";

/** So much of a hash is shown; the whole is copied. */
const SHOWN = 8;

export function VersionsCard({ view }: { view: DocumentView }) {
  const texts = usePick(TEXTS);
  const { versionColumns: columns } = texts;
  const { document, number } = view.line;
  const [comparing, setComparing] = useState(false);
  return (
    <Card
      size="small"
      title={texts.versions(view.versions.length)}
      styles={{ body: { padding: 0 } }}
      extra={
        view.versions.length < 2 ? null : (
          <Button size="small" icon={<DiffOutlined aria-hidden />} onClick={() => setComparing(true)}>
            {texts.compare}
          </Button>
        )
      }
    >
      {comparing ? <CompareDialog view={view} close={() => setComparing(false)} /> : null}
      <Table<DocumentVersionView>
        size="small"
        rowKey="number"
        dataSource={view.versions}
        scroll={{ x: 480 }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: columns.number,
            dataIndex: "number",
            width: 80,
            render: (version: number) => (
              <Flex vertical gap={2} align="flex-start">
                <span style={{ whiteSpace: "nowrap" }}>{texts.version(version)}</span>
                {version === view.line.versions ? <Tag color="green">{texts.latest}</Tag> : null}
              </Flex>
            ),
          },
          {
            title: columns.name,
            dataIndex: "name",
            render: (name: string | null, one) => (
              <Flex vertical gap={4} style={{ minWidth: 140 }}>
                <span style={{ overflowWrap: "anywhere" }}>{name ?? texts.erased}</span>
                <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                  {one.change ?? (one.number === 1 ? texts.firstVersion : "")}
                </span>
                <Flex gap={6} wrap align="center">
                  <Attached
                    to={{ document, version: one.number }}
                    file={one.file}
                    name={name ?? `${number}-${one.number}`}
                    kind={one.ending}
                  />
                  <EraseButton
                    subject={name === null ? null : one.subject}
                    name={`${number} ${texts.version(one.number)}`}
                  />
                </Flex>
              </Flex>
            ),
          },
          {
            title: columns.by,
            dataIndex: "by",
            width: 134,
            render: (by: string, { at }) => (
              <Flex vertical>
                <span>{by}</span>
                <Typography.Text type="secondary" style={{ whiteSpace: "nowrap" }}>
                  {at.slice(0, 16)}
                </Typography.Text>
              </Flex>
            ),
          },
          {
            title: columns.bytes,
            dataIndex: "bytes",
            width: 116,
            render: (bytes: number, { file }) => (
              <Flex vertical align="flex-start" gap={2}>
                <span>{sizeText(bytes)}</span>
                <Typography.Text
                  type="secondary"
                  code
                  copyable={{ text: file, tooltips: [texts.copyHash, texts.copied] }}
                >
                  {`${file.slice(0, SHOWN)}…`}
                </Typography.Text>
              </Flex>
            ),
          },
        ]}
      />
    </Card>
  );
}
