// 时限: how long each may take, when it is told, who hears of it when it is late.
import { Alert, Button, Card, Flex, Skeleton, Table, Typography } from "antd";
import { useState } from "react";
import type { DeadlineRuleBody } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { ChangeTerm } from "./ChangeTerm";
import { lengthWords } from "./lengths";
import { TEXTS } from "./texts";

export default function TermsPage() {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const may = useMay();
  const found = useRead("deadlineTerms", {});
  const [changing, setChanging] = useState<DeadlineRuleBody | null>(null);
  if (found.isError) return <Failure error={found.error} retry={() => found.refetch()} />;
  if (found.data === undefined) return <Skeleton active />;
  const { rules, from, next, next_from: nextFrom } = found.data;
  const coming = (code: string) => next?.find((rule) => rule.code === code);
  const counted = (rule: DeadlineRuleBody) =>
    rule.direction === "after"
      ? texts.after(texts.anchors[rule.anchor] ?? rule.anchor)
      : texts.before(texts.anchors[rule.anchor] ?? rule.anchor);
  const told = (rule: DeadlineRuleBody) =>
    rule.escalation.map(({ after, role }) => texts.told(after, word(language, `role.${role}`)));
  const both = (rule: DeadlineRuleBody, words: (one: DeadlineRuleBody) => string) => {
    const later = coming(rule.code);
    const changed = later !== undefined && words(later) !== words(rule);
    return (
      <Flex vertical>
        <span>{words(rule)}</span>
        {changed ? (
          <Typography.Text type="warning">{texts.next(nextFrom ?? "") + words(later)}</Typography.Text>
        ) : null}
      </Flex>
    );
  };
  const { columns } = texts;
  return (
    <Card size="small">
      <Flex vertical gap="small">
        <Typography.Text type="secondary">{texts.help}</Typography.Text>
        <Alert type="info" title={from === null ? texts.own : texts.since(from)} />
        <Table<DeadlineRuleBody>
          size="small"
          rowKey="code"
          dataSource={rules}
          pagination={false}
          scroll={{ x: 760 }}
          columns={[
            { title: columns.title, key: "title", render: (_, rule) => both(rule, ({ title }) => title) },
            {
              title: columns.length,
              key: "length",
              render: (_, rule) => both(rule, ({ length }) => lengthWords(length, texts)),
            },
            {
              title: columns.counted,
              key: "counted",
              render: (_, rule) =>
                both(rule, (one) =>
                  one.pausable ? [counted(one), texts.pausable].join(texts.separator) : counted(one),
                ),
            },
            {
              title: columns.soon,
              key: "soon",
              render: (_, rule) => both(rule, ({ soon }) => texts.soon(soon)),
            },
            {
              title: columns.escalation,
              key: "escalation",
              render: (_, rule) => both(rule, (one) => told(one).join(texts.separator) || texts.nobody),
            },
            { title: columns.source, key: "clause", render: (_, { clause }) => clause ?? texts.ours },
            ...(may("setDeadlineTerms")
              ? [
                  {
                    title: "",
                    key: "change",
                    render: (_: unknown, rule: DeadlineRuleBody) => (
                      <Button
                        size="small"
                        aria-label={texts.changeTitle(rule.title)}
                        onClick={() => setChanging(coming(rule.code) ?? rule)}
                      >
                        {texts.change}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Flex>
      {changing === null ? null : (
        <ChangeTerm
          rule={changing}
          among={next ?? rules}
          nextFrom={nextFrom}
          close={() => setChanging(null)}
        />
      )}
    </Card>
  );
}
