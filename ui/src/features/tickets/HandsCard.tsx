// Who answers for a ticket now and why, what was passed on, what others were asked, who gets copies.
import { Card, Descriptions, Flex, Tag, Typography } from "antd";
import type { HelpView, IncidentView, TicketView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { TEXTS, type Texts } from "./texts";

const WHOLE = { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } as const;

export function HandsCard({ view: { hands, confirmedOn } }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const { holder, postponement, incidents, thirds, helps, copies } = hands;
  const items = [
    holder === null
      ? null
      : {
          key: "holder",
          label: texts.holder,
          children: (
            <Flex vertical>
              <span>{`${holder.name} ${holder.staffNo}`}</span>
              <Typography.Text type="secondary">
                {texts.because[holder.because as keyof Texts["because"]]}
              </Typography.Text>
            </Flex>
          ),
        },
    postponement === null
      ? null
      : {
          key: "postponement",
          label: texts.postponement,
          children: (
            <Flex vertical>
              <span>{texts.postponementSays(postponement.freeOn, postponement.to)}</span>
              <Typography.Text type="secondary">
                {postponement.answer === null
                  ? texts.unanswered
                  : `${postponement.answeredOn ?? ""} ${texts.answers[postponement.answer as keyof Texts["answers"]]}`}
              </Typography.Text>
            </Flex>
          ),
        },
    ...incidents.map((incident) => ({
      key: `incident${incident.number}`,
      label: texts.passOn,
      children: <Incident incident={incident} />,
    })),
    ...thirds.map(({ staffNo, name, given, missing }) => ({
      key: `third${staffNo}`,
      label: texts.approveThird,
      children: (
        <Flex gap={4} wrap>
          <span>{`${name} ${staffNo}`}</span>
          {given.map((post) => (
            <Tag key={post} color="green">
              {texts.posts[post as keyof Texts["posts"]]}
            </Tag>
          ))}
          {missing.map((post) => (
            <Tag key={post}>{texts.postMissing(texts.posts[post as keyof Texts["posts"]])}</Tag>
          ))}
        </Flex>
      ),
    })),
    ...helps.map((help) => ({
      key: `help${help.number}`,
      label: texts.askHelp,
      children: <Help help={help} />,
    })),
    copies === null
      ? null
      : { key: "copies", label: texts.copies, children: <span style={WHOLE}>{copies}</span> },
    confirmedOn === null ? null : { key: "archived", label: texts.archived, children: confirmedOn },
  ].filter((item) => item !== null);
  if (items.length === 0) return null;
  return (
    <Card size="small" title={texts.hands}>
      <Descriptions size="small" column={1} items={items} />
    </Card>
  );
}

function Incident({ incident }: { incident: IncidentView }) {
  const texts = usePick(TEXTS);
  const { name, by, from, until, takenOn, refusedOn, returnedOn, content, scope } = incident;
  const stands =
    returnedOn !== null
      ? texts.incidentStands.returned(returnedOn)
      : refusedOn !== null
        ? texts.incidentStands.refused(refusedOn)
        : takenOn !== null
          ? texts.incidentStands.taken(takenOn)
          : texts.incidentStands.open;
  return (
    <Flex vertical>
      <span>{`${name} ${from}—${until}`}</span>
      <span style={WHOLE}>{texts.labelled(texts.content, content ?? "—")}</span>
      <span style={WHOLE}>{texts.labelled(texts.scope, scope ?? "—")}</span>
      <Typography.Text type="secondary">
        {texts.standsBy(stands, texts.passedBys[by as keyof Texts["passedBys"]])}
      </Typography.Text>
    </Flex>
  );
}

function Help({ help }: { help: HelpView }) {
  const texts = usePick(TEXTS);
  const { from, department, askedOn, text, answeredOn, solved, toldOn } = help;
  return (
    <Flex vertical>
      <span>{`${askedOn} ${from === "research" ? texts.helpFroms.research : (department ?? "")}`}</span>
      <span style={WHOLE}>{text ?? "—"}</span>
      <Typography.Text type="secondary">
        {answeredOn === null
          ? texts.unanswered
          : `${answeredOn} ${solved === true ? texts.helpSolved : texts.helpUnsolved} ${texts.helpToldOn} ${toldOn ?? ""}`}
      </Typography.Text>
    </Flex>
  );
}
