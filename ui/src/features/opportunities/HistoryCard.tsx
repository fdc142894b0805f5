// Everything that was done with an opportunity or a customer, newest first, as one timeline.
import { Card, Flex, Timeline, Typography } from "antd";
import type { TimelineActView } from "../../bindings/bindings";
import { money } from "../../shared/exact";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import type { About } from "./ApprovalDialog";
import { TEXTS } from "./texts";

/** Fields that hold yuan. */
const MONEY = ["amount", "budget"];

interface Body {
  from?: string;
  to?: string;
  outcome?: string;
  ticket?: string;
  opportunity?: string | null;
  about?: string;
  approved?: boolean;
  of?: About;
  why?: string;
  reason?: string;
  into?: string | null;
}

interface HistoryCardProps {
  acts: TimelineActView[];
  /** Whose page it is: its own number is not repeated. */
  of: string;
}

export function HistoryCard({ acts, of }: HistoryCardProps) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const stage = (code: string | undefined) => word(language, `pipelineStage.${code ?? ""}`);
  const besides = ({ kind, body }: TimelineActView): string[] => {
    const { from, to, outcome, ticket, opportunity, of: about, approved, why, into } = body as Body;
    const number = ticket ?? (opportunity === of ? undefined : (opportunity ?? undefined));
    const ended = ["opportunity.concluded", "opportunity.outcomeCorrected"].includes(kind);
    // Which opportunity the ticket belongs to from then on, on the page of the one that it left.
    const away = kind === "ticket.linked" && opportunity !== of;
    return [
      ...(number === undefined ? [] : [number]),
      ...(kind === "opportunity.moved" ? [texts.fromTo(stage(from), stage(to))] : []),
      ...(ended ? [word(language, `dealOutcome.${outcome ?? ""}`)] : []),
      ...(kind === "opportunity.voided" ? [word(language, `voidedFor.${why ?? ""}`)] : []),
      ...(kind === "opportunity.approved"
        ? [
            word(language, `approvalOf.${about ?? ""}`),
            texts.approvals[about ?? "authority"][approved ? "yes" : "no"],
          ]
        : []),
      ...(kind === "customer.struck" && into ? [texts.mergedInto(into)] : []),
      ...(away ? [opportunity ? texts.linkedTo(opportunity) : texts.linkedAway] : []),
    ];
  };
  const shown = (field: string, text: string | null) => {
    if (text === null) return texts.empty;
    if (field === "finder") return word(language, `finder.${text}`);
    if (text === "yes" || text === "no") return texts[text];
    return MONEY.includes(field) ? money(text) : text;
  };
  const said = (act: TimelineActView) => (
    <Flex vertical>
      <Flex gap={6} wrap>
        <span>{[word(language, `event.${act.kind}`), ...besides(act)].join(" ")}</span>
        <Typography.Text type="secondary">{`${act.at} ${act.by}`}</Typography.Text>
      </Flex>
      {act.changed.map(({ field, label, before, after }) => (
        <span key={field} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {`${label ?? texts.fieldNames[field] ?? field}${marks.colon}${texts.fromTo(shown(field, before), shown(field, after))}`}
        </span>
      ))}
      {[act.person, act.text ?? (act.body as Body).reason ?? null, act.lessons].map((text) =>
        text === null ? null : (
          <span key={text} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {text}
          </span>
        ),
      )}
    </Flex>
  );
  return (
    <Card size="small" title={texts.history}>
      <Timeline items={acts.toReversed().map((act) => ({ key: act.seq, content: said(act) }))} />
    </Card>
  );
}
