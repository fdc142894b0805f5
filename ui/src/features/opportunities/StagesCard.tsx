// What the stages ask for, stage by stage, as it is filled in.
import { Button, Card, Collapse, Descriptions, Typography } from "antd";
import { useState } from "react";
import type { OpportunityView, StageBody } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { asked, FieldItems, fieldsOf, type Typed } from "../tickets/FieldItems";
import { useSaid } from "../tickets/FieldsCard";
import type { OfOpportunity } from "./CourseDialogs";
import { TEXTS } from "./texts";

export function StagesCard({ view }: { view: OpportunityView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const may = useMay();
  const form = useRead("opportunityForm", {});
  const [filling, setFilling] = useState<StageBody | null>(null);
  const open = may("fillOpportunity", view.unit) && view.conclusion === null && view.voided === null;
  const stages = form.data?.stages ?? [];
  return (
    <Card size="small" title={texts.stageContent} styles={{ body: { padding: 0 } }}>
      <Collapse
        ghost
        collapsible="header"
        size="small"
        key={view.stage}
        defaultActiveKey={[view.stage]}
        items={stages.map((body) => {
          const name = word(language, `pipelineStage.${body.stage}`);
          return {
            key: body.stage,
            label: <Typography.Text strong={body.stage === view.stage}>{name}</Typography.Text>,
            extra:
              open && body.fields.length > 0 ? (
                <Button
                  size="small"
                  aria-label={texts.fillTitle(name)}
                  onClick={(event) => {
                    event.stopPropagation();
                    setFilling(body);
                  }}
                >
                  {texts.fill}
                </Button>
              ) : null,
            children: <Filled view={view} body={body} />,
          };
        })}
      />
      {filling === null ? null : <FillDialog view={view} body={filling} close={() => setFilling(null)} />}
    </Card>
  );
}

function Filled({ view, body }: { view: OpportunityView; body: StageBody }) {
  const texts = usePick(TEXTS);
  const said = useSaid();
  const items = body.fields
    .filter((field) => asked(field, view.fields))
    .map((field) => {
      const text = view.fields[field.code];
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
  if (items.length === 0) return <Typography.Text type="secondary">{texts.nothingToFill}</Typography.Text>;
  return <Descriptions size="small" column={1} items={items} />;
}

function FillDialog({ view, body, close }: OfOpportunity & { body: StageBody }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const { opportunity, fields } = view;
  // What a field of this stage asks about may have been answered in an earlier one.
  const own = body.fields.filter((field) => {
    const elsewhere = field.when && !body.fields.some(({ code }) => code === field.when?.field);
    return !elsewhere || asked(field, fields);
  });
  const plain = own.map((field) =>
    field.when && !body.fields.some(({ code }) => code === field.when?.field)
      ? { ...field, when: null }
      : field,
  );
  return (
    <ActDialog
      name={`opportunity.fill.${opportunity}.${body.stage}`}
      title={texts.fillTitle(word(language, `pipelineStage.${body.stage}`))}
      okText={texts.fill}
      width={640}
      initial={{ fields }}
      act={useAct("fillOpportunity")}
      request={(typed: { fields?: Typed }) => ({
        opportunity,
        fields: fieldsOf(plain, typed.fields ?? {}),
      })}
      done={texts.filled}
      onClose={close}
    >
      <FieldItems fields={plain} name="fields" later={texts.beforeNext} />
    </ActDialog>
  );
}
