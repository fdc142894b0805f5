// One opportunity: where it stands, what is missing for the next stage, what it holds, its tickets, and its history.
import { Card, Col, Descriptions, Flex, Row, Steps, Tag, Typography } from "antd";
import { Link } from "react-router";
import type { OpportunityView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { RecordFrame } from "../../shared/RecordFrame";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { ActButtons } from "./ActButtons";
import { LinkedForms } from "../communication/LinkedForms";
import { DocumentsCard } from "../documents/DocumentsCard";
import { ApprovalsCard } from "./ApprovalsCard";
import { ConclusionCard } from "./ConclusionCard";
import { HistoryCard } from "./HistoryCard";
import { MissingCard } from "./MissingCard";
import { OutcomeTag } from "./OutcomeTag";
import { RecordsCard } from "./RecordsCard";
import { StagesCard } from "./StagesCard";
import { STAGES } from "./stages";
import { TicketsCard } from "./TicketsCard";
import { TEXTS } from "./texts";

export function OpportunityPage({ opportunity }: { opportunity: string }) {
  const texts = usePick(TEXTS);
  const found = useRead("opportunity", { opportunity });
  return (
    <RecordFrame found={found} home="/opportunities" back={texts.back}>
      {(view) => (
        <>
          <Head view={view} />
          <Row gutter={[12, 12]}>
            <Col xs={24} lg={14}>
              <Flex vertical gap={12}>
                <StagesCard view={view} />
                <RecordsCard view={view} />
              </Flex>
            </Col>
            <Col xs={24} lg={10}>
              <Flex vertical gap={12}>
                {view.voided === null ? <MissingCard view={view} /> : null}
                {view.conclusion === null && view.voided === null ? null : <ConclusionCard view={view} />}
                {view.handover === null ? null : <HandoverCard handover={view.handover} />}
                {view.approvals.length === 0 ? null : <ApprovalsCard view={view} />}
                <TicketsCard tickets={view.tickets} none={texts.noTickets} />
                <DocumentsCard about={`opportunity/${view.opportunity}`} unit={view.unit} />
                <LinkedForms of={{ opportunity: view.opportunity }} />
                <HistoryCard acts={view.acts} of={view.opportunity} />
              </Flex>
            </Col>
          </Row>
        </>
      )}
    </RecordFrame>
  );
}

function HandoverCard({ handover }: { handover: NonNullable<OpportunityView["handover"]> }) {
  const texts = usePick(TEXTS);
  const items = [
    { key: "on", label: texts.day, children: handover.on },
    { key: "person", label: texts.takesOver, children: handover.person ?? texts.gone },
    { key: "contract", label: texts.contractNo, children: handover.contractNo ?? "—" },
    { key: "signed", label: texts.signedOn, children: handover.signedOn ?? "—" },
    { key: "plan", label: texts.plan, children: handover.text ?? texts.gone },
  ];
  return (
    <Card size="small" title={texts.handover}>
      <Descriptions size="small" column={1} items={items} />
    </Card>
  );
}

function Head({ view }: { view: OpportunityView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const { conclusion } = view;
  const amount = (yuan: string | null) => (yuan === null ? "—" : money(yuan));
  const items = [
    {
      key: "customer",
      label: texts.customer,
      children: <Link to={`/customers/${encodeURIComponent(view.customer)}`}>{view.customerName}</Link>,
    },
    { key: "class", label: texts.class, children: view.class },
    { key: "source", label: texts.source, children: view.source ?? "—" },
    { key: "amount", label: texts.amount, children: amount(view.amount) },
    {
      key: "engineer",
      label: texts.engineer,
      children:
        view.engineer === null
          ? "—"
          : view.engineerName === view.engineer
            ? view.engineer
            : `${view.engineerName} ${view.engineer}`,
    },
    { key: "manager", label: texts.manager, children: view.manager ?? texts.gone },
    { key: "finder", label: texts.finder, children: word(language, `finder.${view.finder}`) },
    {
      key: "found",
      label: texts.foundOn,
      children:
        view.response === null
          ? view.foundOn
          : `${view.foundOn}${texts.comma}${texts.response(view.response)}`,
    },
    { key: "expected", label: texts.expectedOn, children: view.expectedOn ?? "—" },
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
              {view.opportunity}
            </Typography.Text>
            {view.voided === null ? null : <Tag>{texts.voided}</Tag>}
            {conclusion === null ? (
              <Tag color="blue">{word(language, `pipelineStage.${view.stage}`)}</Tag>
            ) : (
              <OutcomeTag outcome={conclusion.outcome} />
            )}
            {view.fields["keyProject"] === "yes" ? <Tag color="gold">{texts.key}</Tag> : null}
            <Typography.Text type="secondary">
              {conclusion === null ? texts.card(view.age, view.inStage) : texts.days(view.age)}
            </Typography.Text>
          </Flex>
        </Flex>
        <ActButtons view={view} />
      </Flex>
      <Steps
        size="small"
        current={STAGES.findIndex((stage) => stage === view.stage)}
        status={conclusion === null ? "process" : conclusion.success ? "finish" : "error"}
        items={STAGES.map((stage) => ({ title: word(language, `pipelineStage.${stage}`) }))}
        titlePlacement="vertical"
        style={{ marginBlock: 16 }}
      />
      <Descriptions size="small" column={{ xs: 1, sm: 2, xl: 3 }} items={items} />
    </Card>
  );
}
