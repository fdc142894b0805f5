// One customer: what is known of it, its people, its projects and tickets, and its history.
import { Button, Card, Col, Descriptions, Flex, List, Row, Tag, Typography } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { ContactView, CustomerView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { EraseButton } from "../../shared/erasing/EraseButton";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { RecordFrame } from "../../shared/RecordFrame";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { LinkedForms } from "../communication/LinkedForms";
import { DocumentsCard } from "../documents/DocumentsCard";
import { HistoryCard } from "../opportunities/HistoryCard";
import { OutcomeTag } from "../opportunities/OutcomeTag";
import { TicketsCard } from "../opportunities/TicketsCard";
import { CareCard } from "./CareCard";
import { ContactDialog, EndContactDialog } from "./ContactDialogs";
import { ChangeCustomerDialog } from "./CustomerDialog";
import { MergedCard } from "./MergedCard";
import { StrikeCustomerDialog } from "./StrikeCustomerDialog";
import { TEXTS } from "./texts";

export function CustomerPage({ customer }: { customer: string }) {
  const texts = usePick(TEXTS);
  const [all, setAll] = useState(false);
  const found = useRead("customer", { customer, all });
  return (
    <RecordFrame found={found} home="/customers" back={texts.back}>
      {(view) => (
        <>
          <Head view={view} />
          {view.more ? (
            <Flex gap="small" align="center" wrap>
              <Typography.Text type="secondary">{texts.newest}</Typography.Text>
              <Button size="small" onClick={() => setAll(true)}>
                {texts.showAll}
              </Button>
              <Link to={`/opportunities?customer=${encodeURIComponent(view.customer)}`}>{texts.inList}</Link>
            </Flex>
          ) : null}
          <Row gutter={[12, 12]}>
            <Col xs={24} lg={14}>
              <Flex vertical gap={12}>
                {view.struck?.into ? null : <ContactsCard view={view} />}
                {view.merged.length === 0 ? null : <MergedCard merged={view.merged} />}
                <ProjectsCard view={view} />
              </Flex>
            </Col>
            <Col xs={24} lg={10}>
              <Flex vertical gap={12}>
                {view.struck === null ? <CareCard view={view} /> : null}
                <TicketsCard tickets={view.tickets} none={texts.noTickets} />
                {view.struck === null ? (
                  <DocumentsCard about={`customer/${view.customer}`} unit={view.unit} />
                ) : null}
                <LinkedForms of={{ customer: view.customer }} />
                <HistoryCard acts={view.acts} of={view.customer} />
              </Flex>
            </Col>
          </Row>
        </>
      )}
    </RecordFrame>
  );
}

function Head({ view }: { view: CustomerView }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const [striking, setStriking] = useState(false);
  const said = (text: string | null) => (
    <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text ?? "—"}</span>
  );
  const items = [
    { key: "sector", label: texts.sector, children: said(view.sector) },
    { key: "grade", label: texts.grade, children: said(view.grade) },
    { key: "phone", label: texts.phone, children: said(view.phone) },
    { key: "fax", label: texts.fax, children: said(view.fax) },
    { key: "address", label: texts.address, children: said(view.address) },
    { key: "business", label: texts.business, children: said(view.business) },
    { key: "needs", label: texts.needs, children: said(view.needs), span: "filled" as const },
  ];
  return (
    <Card size="small">
      <Flex justify="space-between" gap="middle" align="flex-start" style={{ marginBlockEnd: 12 }}>
        <Flex vertical gap={4} style={{ minWidth: 0 }}>
          <Typography.Title level={2} style={{ margin: 0, fontSize: 18, overflowWrap: "anywhere" }}>
            {view.name}
          </Typography.Title>
          <Typography.Text type="secondary" copyable>
            {view.customer}
          </Typography.Text>
          {view.struck === null ? null : <Struck struck={view.struck} />}
        </Flex>
        <Flex gap="small" wrap justify="flex-end" style={{ flexShrink: 0 }}>
          <EraseButton subject={view.subject} name={view.name} />
          {view.struck === null && may("changeCustomer", view.unit) ? (
            <>
              <Button onClick={() => setStriking(true)}>{texts.strike}</Button>
              <Button onClick={() => setChanging(true)}>{texts.change}</Button>
            </>
          ) : null}
        </Flex>
      </Flex>
      <Descriptions size="small" column={{ xs: 1, sm: 2, lg: 3 }} items={items} />
      {striking ? <StrikeCustomerDialog view={view} close={() => setStriking(false)} /> : null}
      {changing ? <ChangeCustomerDialog view={view} close={() => setChanging(false)} /> : null}
    </Card>
  );
}

/** Why it is not on the list any more, and the way to the customer that it is. */
function Struck({ struck: { reason, into } }: { struck: NonNullable<CustomerView["struck"]> }) {
  const texts = usePick(TEXTS);
  return (
    <Flex gap={6} wrap align="center">
      <Tag>{texts.struck}</Tag>
      {into === null ? null : (
        <Link to={`/customers/${encodeURIComponent(into)}`}>{texts.mergedInto(into)}</Link>
      )}
      <span style={{ overflowWrap: "anywhere" }}>{reason}</span>
    </Flex>
  );
}

function ContactsCard({ view: { customer, unit, contacts, struck } }: { view: CustomerView }) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const [writing, setWriting] = useState<{ contact: ContactView | null } | null>(null);
  const [ending, setEnding] = useState<ContactView | null>(null);
  const works = may("recordContact", unit) && struck === null;
  return (
    <Card
      size="small"
      title={texts.contacts}
      extra={
        works ? (
          <Button size="small" onClick={() => setWriting({ contact: null })}>
            {texts.contactAdd}
          </Button>
        ) : null
      }
    >
      {contacts.length === 0 ? (
        <Typography.Text type="secondary">{texts.contactNone}</Typography.Text>
      ) : (
        <List
          size="small"
          dataSource={contacts}
          rowKey="subject"
          renderItem={(contact) => (
            <List.Item
              actions={[
                ...(works && contact.leftOn === null
                  ? [
                      <Button key="change" size="small" type="text" onClick={() => setWriting({ contact })}>
                        {texts.change}
                      </Button>,
                      <Button key="end" size="small" type="text" onClick={() => setEnding(contact)}>
                        {texts.end}
                      </Button>,
                    ]
                  : []),
                ...(contact.name !== null && may("erasePersonal")
                  ? [<EraseButton key="erase" subject={contact.subject} name={contact.name} />]
                  : []),
              ]}
            >
              <Flex vertical style={{ minWidth: 0 }}>
                <Flex gap={6} wrap align="center">
                  <Typography.Text strong delete={contact.leftOn !== null}>
                    {contact.name ?? texts.gone(contact.number)}
                  </Typography.Text>
                  {contact.post === null ? null : <span>{contact.post}</span>}
                  {[contact.level, contact.grade].map((grade) =>
                    grade === null ? null : <Tag key={grade}>{grade}</Tag>,
                  )}
                  {contact.leftOn === null ? null : <Tag color="red">{texts.left(contact.leftOn)}</Tag>}
                  {contact.customer === customer ? null : <Tag>{texts.from(contact.customer)}</Tag>}
                </Flex>
                <Typography.Text type="secondary" style={{ overflowWrap: "anywhere" }}>
                  {[contact.mobile, contact.phone, contact.mail].filter(Boolean).join(" · ")}
                </Typography.Text>
              </Flex>
            </List.Item>
          )}
        />
      )}
      {writing === null ? null : (
        <ContactDialog
          customer={writing.contact?.customer ?? customer}
          contact={writing.contact}
          close={() => setWriting(null)}
        />
      )}
      {ending === null ? null : (
        <EndContactDialog customer={ending.customer} contact={ending} close={() => setEnding(null)} />
      )}
    </Card>
  );
}

function ProjectsCard({ view: { opportunities } }: { view: CustomerView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  return (
    <Card size="small" title={texts.opportunities}>
      {opportunities.length === 0 ? (
        <Typography.Text type="secondary">{texts.noOpportunities}</Typography.Text>
      ) : (
        <Flex vertical component="ul" gap={6} style={{ margin: 0, padding: 0, listStyle: "none" }}>
          {opportunities.map(({ opportunity, title, stage, outcome, amount, deal }) => (
            <li key={opportunity}>
              <Flex gap={6} wrap align="center">
                <Link
                  to={`/opportunities/${encodeURIComponent(opportunity)}`}
                  style={{ textDecoration: "underline", whiteSpace: "nowrap" }}
                >
                  {opportunity}
                </Link>
                <span style={{ overflowWrap: "anywhere" }}>{title}</span>
                {outcome === null ? (
                  <Tag color="blue">{word(language, `pipelineStage.${stage}`)}</Tag>
                ) : (
                  <OutcomeTag outcome={outcome} />
                )}
                <Typography.Text type="secondary">
                  {(deal ?? amount) === null ? null : money(deal ?? amount ?? "")}
                </Typography.Text>
              </Flex>
            </li>
          ))}
        </Flex>
      )}
    </Card>
  );
}
