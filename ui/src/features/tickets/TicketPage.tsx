// One ticket: where it stands and whose turn it is, what is missing to close it, what it holds, and its history.
import { Card, Col, Descriptions, Flex, Row, Steps, Tag, Typography } from "antd";
import { Link } from "react-router";
import type { TicketView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { RecordFrame } from "../../shared/RecordFrame";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { ActButtons } from "./ActButtons";
import { LinkedForms } from "../communication/LinkedForms";
import { AuditsCard } from "./AuditsCard";
import { CountdownTag } from "./CountdownTag";
import { CoverCard, covering } from "./CoverCard";
import { DossierButton } from "./DossierButton";
import { FieldsCard } from "./FieldsCard";
import { FilesCard } from "./FilesCard";
import { HandsCard } from "./HandsCard";
import { HistoryCard } from "./HistoryCard";
import { Linked } from "./LinkDialog";
import { optionsOf, PHASES } from "./lists";
import { MissingCard } from "./MissingCard";
import { PartsCard } from "./PartsCard";
import { RecordsCard } from "./RecordsCard";
import { SurveyButtons } from "./SurveyButtons";
import { TermsCard } from "./TermsCard";
import { TEXTS } from "./texts";

export function TicketPage({ ticket }: { ticket: string }) {
  const texts = usePick(TEXTS);
  const found = useRead("ticket", { ticket });
  return (
    <RecordFrame
      found={found}
      home="/tickets"
      back={texts.back}
      aside={(view) => (
        <Flex gap="small">
          <SurveyButtons view={view} />
          <DossierButton ticket={ticket} />
        </Flex>
      )}
    >
      {(view) => (
        <>
          <Head view={view} />
          <Row gutter={[12, 12]}>
            <Col xs={24} lg={14}>
              <Flex vertical gap={12}>
                <FieldsCard view={view} />
                {view.kind.items.length + view.kind.steps.length === 0 ? null : <PartsCard view={view} />}
                {view.kind.audited ? <AuditsCard view={view} /> : null}
                {covering(view).map((kind) => (
                  <CoverCard key={kind.code} view={view} kind={kind} />
                ))}
                {view.kind.records.length === 0 ? null : <RecordsCard view={view} />}
              </Flex>
            </Col>
            <Col xs={24} lg={10}>
              <Flex vertical gap={12}>
                <MissingCard view={view} />
                <TermsCard view={view} />
                <HandsCard view={view} />
                <FilesCard ticket={view.ticket} unit={view.unit} mayFile={view.mayFile} />
                <LinkedForms of={{ ticket: view.ticket }} />
                <HistoryCard view={view} />
              </Flex>
            </Col>
          </Row>
        </>
      )}
    </RecordFrame>
  );
}

function Head({ view }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const person = (name: string | null, no: string | null) =>
    no === null ? texts.people.nobody : name === no ? no : `${name} ${no}`;
  const items = [
    { key: "kind", label: texts.kind, children: view.kind.label },
    {
      key: "customer",
      label: texts.customer,
      children:
        view.customerNo === null ? (
          (view.customer ?? "—")
        ) : (
          <Link
            to={`/customers/${encodeURIComponent(view.customerNo)}`}
            style={{ textDecoration: "underline", overflowWrap: "anywhere" }}
          >
            {view.customer ?? view.customerNo}
          </Link>
        ),
    },
    { key: "opportunity", label: texts.opportunity, children: <Linked view={view} /> },
    {
      key: "requester",
      label: texts.requester,
      children: [view.requesterName ?? "—", view.phone ?? ""].filter(Boolean).join(" "),
    },
    { key: "first", label: texts.people.first, children: person(view.firstName, view.first) },
    {
      key: "second",
      label: texts.people.second,
      children: view.second === null ? "—" : person(view.secondName, view.second),
    },
    {
      key: "received",
      label: texts.receivedOn,
      children: `${view.receivedOn} ${word(language, `channel.${view.channel}`)}`,
    },
  ];
  return (
    <Card size="small">
      <Flex justify="space-between" gap="middle" align="flex-start">
        <Flex vertical gap={4} style={{ minWidth: 0 }}>
          <Typography.Title level={2} style={{ margin: 0, fontSize: 18, overflowWrap: "anywhere" }}>
            {view.title}
          </Typography.Title>
          <Flex gap={6} wrap align="center">
            <Typography.Text type="secondary" style={{ whiteSpace: "nowrap" }} copyable>
              {view.ticket}
            </Typography.Text>
            <Tag color="blue">{word(language, `ticketState.${view.state}`)}</Tag>
            {view.urgency === "normal" ? null : (
              <Tag color={view.urgency === "critical" ? "red" : "gold"}>
                {word(language, `urgency.${view.urgency}`)}
              </Tag>
            )}
            <Tag>{word(language, `complexity.${view.complexity}`)}</Tag>
            {view.tender === null ? null : <CountdownTag tender={view.tender} />}
          </Flex>
        </Flex>
        <ActButtons view={view} />
      </Flex>
      <Steps
        size="small"
        current={PHASES.indexOf(view.phase)}
        items={optionsOf(language, "ticketPhase", PHASES).map(({ label }) => ({ title: label }))}
        style={{ marginBlock: 16 }}
      />
      <Descriptions size="small" column={{ xs: 1, sm: 2, lg: 3 }} items={items} />
    </Card>
  );
}
