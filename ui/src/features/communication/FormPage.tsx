// One form: where it stands, what it holds, its steps, tasks and files, and its history.
import { Alert, Button, Card, Col, Descriptions, Flex, Row, Space, Tag, Typography } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { FieldBody, FormView } from "../../bindings/bindings";
import { PdfButton } from "../../shared/files/PdfButton";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { RecordFrame } from "../../shared/RecordFrame";
import { useRead } from "../../shared/useCase";
import { asked } from "../tickets/FieldItems";
import { useSaid } from "../tickets/FieldsCard";
import { StandingTag } from "../tickets/StandingTag";
import { ChecklistCard } from "./ChecklistCard";
import { CorrectDialog, StepDialog, VoidDialog } from "./FormDialogs";
import { FormFilesCard } from "./FormFilesCard";
import { FormHistory } from "./FormHistory";
import { FormTasksCard } from "./FormTasksCard";
import { StepsCard } from "./StepsCard";
import { StateTag } from "./tags";
import { TEXTS } from "./texts";

export function FormPage({ form, home }: { form: string; home: string }) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const found = useRead("form", { form });
  return (
    <RecordFrame found={found} home={home} back={texts.back} aside={(view) => <PaperButton view={view} />}>
      {(view) => (
        <>
          <Head view={view} />
          {view.missing.length === 0 ? null : (
            <Alert
              type="info"
              showIcon
              title={`${texts.missing}${marks.colon}${view.missing.map(({ label }) => label).join(marks.list)}`}
            />
          )}
          <Row gutter={[12, 12]}>
            <Col xs={24} lg={14}>
              <Flex vertical gap={12}>
                <ContentCard view={view} />
                {view.items.length === 0 ? null : <ChecklistCard view={view} />}
                {(view.kind.steps ?? []).length === 0 ? null : <StepsCard view={view} />}
              </Flex>
            </Col>
            <Col xs={24} lg={10}>
              <Flex vertical gap={12}>
                {view.kind.tasks === true ? <FormTasksCard view={view} /> : null}
                <FormFilesCard view={view} />
                <FormHistory view={view} />
              </Flex>
            </Col>
          </Row>
        </>
      )}
    </RecordFrame>
  );
}

function PaperButton({ view: { form, kind } }: { view: FormView }) {
  const texts = usePick(TEXTS);
  return (
    <PdfButton
      useCase="makeFormPaper"
      text={texts.print}
      title={texts.printTitle}
      proposed={`${kind.label}${form}.pdf`}
      request={(out) => ({ form, out })}
    />
  );
}

type Doing = "step" | "correct" | "void";

function Head({ view }: { view: FormView }) {
  const texts = usePick(TEXTS);
  const [doing, setDoing] = useState<Doing | null>(null);
  const next = (view.kind.steps ?? []).find(({ code }) => code === view.nextStep);
  const may = (act: string) => view.offered.includes(act);
  const close = () => setDoing(null);
  const engineer = view.engineer === null ? null : `${view.engineerName ?? ""} ${view.engineer}`;
  const linked = [
    ["customer", texts.customer, view.customer],
    ["engineer", view.kind.register === "complaint" ? texts.about : texts.person, engineer],
    ["ticket", texts.ticket, view.ticket],
    ["opportunity", texts.opportunity, view.opportunity],
  ] as const;
  const register = view.kind.register as keyof typeof texts.day;
  const items = [
    { key: "on", label: texts.day[register], children: view.on },
    ...linked
      .filter(([, , text]) => text !== null)
      .map(([key, label, text]) => ({
        key,
        label,
        children:
          key === "ticket" || key === "opportunity" ? (
            <Link to={`/${key === "ticket" ? "tickets" : "opportunities"}/${encodeURIComponent(text ?? "")}`}>
              {text}
            </Link>
          ) : (
            text
          ),
      })),
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
              {view.form}
            </Typography.Text>
            <Tag>{view.kind.label}</Tag>
            <StateTag state={view.state} />
            {view.standing === null ? null : (
              <StandingTag standing={view.standing} days={view.days} of={view.dueOn ?? ""} />
            )}
          </Flex>
        </Flex>
        <Space wrap style={{ flexShrink: 0, justifyContent: "flex-end" }}>
          {may("step") && next !== undefined ? (
            <Button type="primary" onClick={() => setDoing("step")}>
              {texts.takeStep(next.label)}
            </Button>
          ) : null}
          {may("correct") ? (
            <Button
              type={view.state === "returned" ? "primary" : "default"}
              onClick={() => setDoing("correct")}
            >
              {view.state === "returned" ? texts.resubmit : texts.correct}
            </Button>
          ) : null}
          {may("void") ? (
            <Button danger onClick={() => setDoing("void")}>
              {texts.void}
            </Button>
          ) : null}
        </Space>
      </Flex>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={items}
        style={{ marginBlockStart: 12 }}
      />
      {doing === "step" && next !== undefined ? <StepDialog view={view} step={next} close={close} /> : null}
      {doing === "correct" ? <CorrectDialog view={view} close={close} /> : null}
      {doing === "void" ? <VoidDialog view={view} close={close} /> : null}
    </Card>
  );
}

interface FieldsProps {
  fields: FieldBody[];
  typed: Record<string, string>;
  /** Whether what is not filled in is shown too. */
  all: boolean;
}

/** Fields as they are filled in. */
export function Fields({ fields, typed, all }: FieldsProps) {
  const texts = usePick(TEXTS);
  const said = useSaid();
  const items = fields
    .filter((field) => asked(field, typed) && (all || typed[field.code] !== undefined))
    .map((field) => {
      const text = typed[field.code];
      return {
        key: field.code,
        label: field.label,
        children:
          text === undefined ? (
            <Typography.Text type="secondary">{texts.empty}</Typography.Text>
          ) : (
            <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{said(field, text)}</span>
          ),
      };
    });
  return <Descriptions size="small" column={1} items={items} />;
}

function ContentCard({ view }: { view: FormView }) {
  const texts = usePick(TEXTS);
  return (
    <Card size="small" title={texts.content}>
      <Fields fields={view.kind.fields} typed={view.fields} all />
    </Card>
  );
}
