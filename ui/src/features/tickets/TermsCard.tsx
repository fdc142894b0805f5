// The terms of a ticket, and its clock day by day.
import { Card, Collapse, Flex, Typography } from "antd";
import type { ClockDayView, TicketView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { message, word } from "../../shared/words";
import { StandingTag } from "./StandingTag";
import { TEXTS } from "./texts";

export function TermsCard({ view: { terms, clock, askedFor, dueOn } }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  if (terms.length === 0) return null;
  const said = ({ counted, number, waiting, makeUp }: ClockDayView) => {
    const words = message(language, `clockDay.${counted}`, {
      number: String(number),
      reason: waiting ?? "—",
    });
    return makeUp ? words + word(language, "clockDay.makeUp") : words;
  };
  return (
    <Card size="small" title={texts.terms}>
      <Flex vertical gap="small">
        {terms.map((term) => (
          <Flex key={term.term} gap={6} wrap align="center">
            <span>{word(language, `ticketTerm.${term.term}`)}</span>
            <span>{texts.termBy(term.dueOn)}</span>
            {term.doneOn === null ? null : <span>{texts.termDone(term.doneOn)}</span>}
            <StandingTag standing={term.standing} days={term.days} />
            {term.told.length === 0 ? null : (
              <Typography.Text type="secondary">
                {texts.told(term.told.map((role) => word(language, `role.${role}`)))}
              </Typography.Text>
            )}
            {term.term === "delivery" && askedFor !== null && askedFor !== dueOn ? (
              <Typography.Text type="secondary">{texts.askedFor(askedFor)}</Typography.Text>
            ) : null}
          </Flex>
        ))}
        {clock.length === 0 ? null : (
          <Collapse
            size="small"
            items={[
              {
                key: "clock",
                label: texts.clock,
                children: (
                  <ul style={{ margin: 0, paddingInlineStart: 16 }}>
                    {clock.map((day) => (
                      <li key={day.day}>{`${day.day} ${said(day)}`}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        )}
      </Flex>
    </Card>
  );
}
