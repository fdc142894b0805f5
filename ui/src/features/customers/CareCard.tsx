// How satisfied a customer is, and when somebody visits it next.
import { Card, Flex, Typography } from "antd";
import { Link } from "react-router";
import type { CustomerView, VisitTermView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { formPath } from "../communication/registers";
import { StandingTag } from "../tickets/StandingTag";
import { TEXTS } from "./texts";

export function CareCard({ view: { satisfaction, visits } }: { view: CustomerView }) {
  const texts = usePick(TEXTS);
  return (
    <Card size="small" title={texts.care}>
      <Flex vertical gap="middle">
        <Flex vertical gap={6}>
          <Flex gap="small" align="baseline" wrap>
            <Typography.Text type="secondary">{texts.satisfaction}</Typography.Text>
            {satisfaction === null ? (
              texts.noSurvey
            ) : (
              <>
                <Typography.Text strong style={{ fontSize: 18 }}>
                  {satisfaction.mean ?? "—"}
                </Typography.Text>
                <span>{texts.surveys(satisfaction.questionnaires)}</span>
              </>
            )}
          </Flex>
          {satisfaction === null ? null : (
            <Flex vertical component="ul" gap={4} style={{ margin: 0, padding: 0, listStyle: "none" }}>
              {satisfaction.last.map(({ form, on, mean, customer }) => (
                <li key={form}>
                  <Flex gap={6} wrap>
                    <FormLink form={form} register="survey" />
                    <Typography.Text type="secondary">{on}</Typography.Text>
                    <span>{mean === null ? texts.noMark : texts.mark(mean)}</span>
                    {customer === null ? null : (
                      <Typography.Text type="secondary" style={{ overflowWrap: "anywhere" }}>
                        {customer}
                      </Typography.Text>
                    )}
                  </Flex>
                </li>
              ))}
            </Flex>
          )}
        </Flex>
        <Flex vertical gap={6}>
          <Flex gap="small" align="baseline" wrap>
            <Typography.Text type="secondary">{texts.nextVisit}</Typography.Text>
            {visits.next === null ? (
              texts.noVisit
            ) : (
              <>
                <FormLink form={visits.next.form} register="visit" />
                <span>{visits.next.on}</span>
                <span style={{ overflowWrap: "anywhere" }}>{visits.next.title}</span>
              </>
            )}
          </Flex>
          {visits.next?.terms.map((term) => (
            <Term key={term.term} term={term} />
          ))}
          {visits.again === null ? null : <Term term={visits.again} />}
        </Flex>
      </Flex>
    </Card>
  );
}

function FormLink({ form, register }: { form: string; register: string }) {
  return (
    <Link to={formPath({ form, register })} style={{ textDecoration: "underline", whiteSpace: "nowrap" }}>
      {form}
    </Link>
  );
}

function Term({ term: { term, by, at, standing, days } }: { term: VisitTermView }) {
  return (
    <Flex gap={6} wrap align="center">
      <span>{term}</span>
      <Typography.Text type="secondary">{[by, at].filter(Boolean).join(" ")}</Typography.Text>
      <StandingTag standing={standing} days={days} />
    </Flex>
  );
}
