// Steps of the work and the parts that must be there.
import { Button, Card, Flex, List, Steps, Tag, Typography } from "antd";
import { useState } from "react";
import type { CheckItemBody, TicketStepBody, TicketView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";
import { PartDialog, StepDialog } from "./WorkDialogs";

const COLOURS: Record<string, string> = { open: "red", done: "green", notApplicable: "default" };
/** States in which work can be done on a ticket. */
export const WORKING = ["assigned", "running", "delivered", "confirmed"];

export function PartsCard({ view }: { view: TicketView }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const back = useAct("setTicketItem");
  const [part, setPart] = useState<CheckItemBody | null>(null);
  const [step, setStep] = useState<TicketStepBody | null>(null);
  const { kind, items, steps, state, ticket, mayWork } = view;
  const works = mayWork && WORKING.includes(state);
  const next = kind.steps[steps];
  const asked = kind.items.filter(
    (_, place) => items[place]?.asked === true || items[place]?.state !== "open",
  );
  return (
    <Card
      size="small"
      title={kind.items.length === 0 ? texts.steps : texts.parts}
      extra={
        works && next !== undefined ? (
          <Button size="small" onClick={() => setStep(next)}>
            {texts.stepTake}
          </Button>
        ) : null
      }
    >
      <Flex vertical gap="small">
        {kind.steps.length === 0 ? null : (
          <Steps
            size="small"
            orientation="vertical"
            current={steps}
            items={kind.steps.map(({ label }) => ({ title: label }))}
          />
        )}
        {asked.length === 0 ? null : (
          <List
            size="small"
            dataSource={asked}
            rowKey="code"
            renderItem={(item) => {
              const stands = items.find((one) => one.item === item.code);
              const where = stands?.state ?? "open";
              return (
                <List.Item
                  actions={
                    works
                      ? [
                          where === "open" ? (
                            <Button
                              key="in"
                              size="small"
                              onClick={() => setPart(item)}
                              aria-label={`${texts.partDone} ${item.label}`}
                            >
                              {texts.partDone}
                            </Button>
                          ) : (
                            <Button
                              key="back"
                              size="small"
                              type="text"
                              aria-label={`${texts.partOpen} ${item.label}`}
                              onClick={() =>
                                back.mutate({
                                  ticket,
                                  item: item.code,
                                  state: "open",
                                  file: null,
                                  reason: null,
                                })
                              }
                            >
                              {texts.partOpen}
                            </Button>
                          ),
                        ]
                      : []
                  }
                >
                  <Flex vertical>
                    <Flex gap={6} wrap align="center">
                      <span>{item.label}</span>
                      {item.restricted ? <Tag>{texts.restricted}</Tag> : null}
                      <Tag color={COLOURS[where] ?? "default"}>{word(language, `partState.${where}`)}</Tag>
                    </Flex>
                    {stands?.on || stands?.reason ? (
                      <Typography.Text type="secondary">{stands.reason ?? stands.on}</Typography.Text>
                    ) : null}
                  </Flex>
                </List.Item>
              );
            }}
          />
        )}
      </Flex>
      {part === null ? null : <PartDialog view={view} item={part} close={() => setPart(null)} />}
      {step === null ? null : <StepDialog view={view} step={step} close={() => setStep(null)} />}
    </Card>
  );
}
