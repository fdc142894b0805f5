// One document: what it is, its versions, the paper copy, who read it, and its history.
import { Card, Col, Descriptions, Flex, Row, Tag, Typography } from "antd";
import type { DocumentView } from "../../bindings/bindings";
import { EraseButton } from "../../shared/erasing/EraseButton";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { RecordFrame } from "../../shared/RecordFrame";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { ApprovalCard } from "../approvals/ApprovalCard";
import { HistoryCard } from "../opportunities/HistoryCard";
import { ActButtons } from "./ActButtons";
import { AboutLink, DocumentTags } from "./DocumentTags";
import { PaperCard } from "./PaperCard";
import { TEXTS } from "./texts";
import { VersionsCard } from "./VersionsCard";

export function DocumentPage({ document }: { document: string }) {
  const texts = usePick(TEXTS);
  const found = useRead("document", { document });
  return (
    <RecordFrame found={found} home="/documents" back={texts.back}>
      {(view) => (
        <>
          <Head view={view} />
          <Row gutter={[12, 12]}>
            <Col xs={24} lg={15}>
              <Flex vertical gap={12}>
                <ApprovalCard view={view} />
                <VersionsCard view={view} />
                <PaperCard view={view} />
              </Flex>
            </Col>
            <Col xs={24} lg={9}>
              <Flex vertical gap={12}>
                <ReadingsCard view={view} />
                <HistoryCard acts={view.acts} of={document} />
              </Flex>
            </Col>
          </Row>
        </>
      )}
    </RecordFrame>
  );
}

function Head({ view }: { view: DocumentView }) {
  const texts = usePick(TEXTS);
  const { line } = view;
  const { language } = usePreference();
  const title = line.title ?? texts.erased;
  const items = [
    { key: "category", label: texts.category, children: line.categoryName },
    { key: "kind", label: texts.kind, children: line.kindName ?? "—" },
    { key: "about", label: texts.columns.about, children: <AboutLink line={line} /> },
    { key: "secrecy", label: texts.secrecy, children: word(language, `secrecy.${line.secrecy}`) },
    { key: "valid", label: texts.columns.valid, children: line.validUntil ?? "—" },
    { key: "filed", label: texts.columns.filed, children: `${line.filedOn} ${line.filedBy}` },
    {
      key: "tags",
      label: texts.tags,
      children: line.tags.length === 0 ? "—" : line.tags.map((tag) => <Tag key={tag}>{tag}</Tag>),
    },
    {
      key: "note",
      label: texts.note,
      children: <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{view.note ?? "—"}</span>,
    },
  ];
  return (
    <Card size="small">
      <Flex justify="space-between" gap="middle" align="flex-start" style={{ marginBlockEnd: 12 }}>
        <Flex vertical gap={4} style={{ minWidth: 0 }}>
          <Typography.Title level={2} style={{ margin: 0, fontSize: 18, overflowWrap: "anywhere" }}>
            {title}
          </Typography.Title>
          <Flex gap={6} wrap align="center">
            <Typography.Text type="secondary" style={{ whiteSpace: "nowrap" }} copyable>
              {line.document}
            </Typography.Text>
            <DocumentTags line={line} />
          </Flex>
          {view.outSince === null || line.outBy === null ? null : (
            <Typography.Text type="secondary">{texts.outSince(line.outBy, view.outSince)}</Typography.Text>
          )}
        </Flex>
        <Flex gap="small" wrap justify="flex-end" style={{ flexShrink: 0, maxWidth: "55%" }}>
          <EraseButton subject={line.voided && line.title !== null ? view.subject : null} name={title} />
          {(view.works || view.mayAdd) && !line.voided ? <ActButtons view={view} /> : null}
        </Flex>
      </Flex>
      <Descriptions size="small" column={{ xs: 1, sm: 2, lg: 3 }} items={items} />
    </Card>
  );
}

function ReadingsCard({ view }: { view: DocumentView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const title = texts.readings(view.readings.length);
  return (
    <Card size="small" title={title}>
      {view.readings.length === 0 ? (
        <Typography.Text type="secondary">{texts.noReadings}</Typography.Text>
      ) : (
        // A region of its own that the keyboard can scroll.
        <div tabIndex={0} role="region" aria-label={title} style={{ maxHeight: 260, overflowY: "auto" }}>
          <ul className="plain-list">
            {view.readings.map(({ at, by, version, way }, place) => (
              <li
                key={place}
              >{`${at} ${by} ${word(language, `readingWay.${way}`)} ${texts.version(version)}`}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
