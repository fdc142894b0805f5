// Columns that nobody knows: the user says what each is, once.
import { Alert, Button, Card, Flex, Form, Input, Select } from "antd";
import { useState } from "react";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { type ColumnMap, type ColumnQuestion, proposal } from "./columns";
import { TEXTS } from "./texts";

/** Stands for `null` among the options. */
const LEFT_OUT = "\u0000";

export function ColumnNames({
  question,
  done,
}: {
  question: ColumnQuestion;
  done: (map: ColumnMap) => void;
}) {
  const words = usePick(TEXTS).columns;
  const { language } = usePreference();
  const separator = word(language, "listSeparator");
  const [chosen, setChosen] = useState<ColumnMap>(() => proposal(question));
  const meant = new Set(Object.values(chosen));
  const lacking = question.missing.filter((name) => !meant.has(name));
  // Without headings nothing can be chosen from: the names are typed.
  const typed = question.theirs.length === 0 && question.missing.length > 0;
  const ready = Object.keys(chosen).length > 0 && question.theirs.every((name) => name in chosen);
  return (
    <Card size="small" title={typed ? words.noHeadings : words.title}>
      <Form layout="horizontal" labelCol={{ flex: "220px" }} labelAlign="left" colon={false}>
        {typed
          ? question.missing.map((ours) => (
              <Form.Item key={ours} label={ours} style={{ marginBlockEnd: 8 }}>
                <Input
                  aria-label={ours}
                  onChange={(event) => setChosen((before) => named(before, ours, event.target.value.trim()))}
                  style={{ maxWidth: 320 }}
                />
              </Form.Item>
            ))
          : question.theirs.map((theirs) => (
              <Form.Item key={theirs} label={`“${theirs}” ${words.ours}`} style={{ marginBlockEnd: 8 }}>
                <Select
                  aria-label={theirs}
                  placeholder={words.choose}
                  {...(theirs in chosen ? { value: chosen[theirs] ?? LEFT_OUT } : {})}
                  onChange={(value: string) =>
                    setChosen((before) => ({ ...before, [theirs]: value === LEFT_OUT ? null : value }))
                  }
                  options={[
                    ...question.ours.map((value) => ({
                      value,
                      label: value,
                      disabled: meant.has(value) && chosen[theirs] !== value,
                    })),
                    { value: LEFT_OUT, label: words.leaveOut },
                  ]}
                  style={{ maxWidth: 320 }}
                />
              </Form.Item>
            ))}
      </Form>
      <Flex vertical gap="small" align="start">
        {question.unheaded.length > 0 ? (
          <Alert type="warning" showIcon title={words.unheaded(question.unheaded.join(separator))} />
        ) : null}
        {lacking.length > 0 && !typed ? (
          <Alert type="warning" showIcon title={words.lacking(lacking.join(separator))} />
        ) : null}
        <span>{words.help}</span>
        <Button type="primary" disabled={!ready} onClick={() => done(chosen)}>
          {words.act}
        </Button>
      </Flex>
    </Card>
  );
}

/** The map with another name for one of ours. */
function named(map: ColumnMap, ours: string, theirs: string): ColumnMap {
  const others = Object.entries(map).filter(([, meant]) => meant !== ours);
  return Object.fromEntries(theirs === "" || theirs === ours ? others : [...others, [theirs, ours]]);
}
