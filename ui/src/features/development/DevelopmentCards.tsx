// A person's course besides the scores: the five abilities, trainings, awards and violations, each with what may be done.
import { Button, Card, Flex, List, Skeleton, Space, Tag, Typography } from "antd";
import { useState } from "react";
import type { AbilityView, ConductView, DevelopmentView, TrainingView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { AbilityDialog } from "./AbilityDialog";
import { ConductDialog, SanctionDialog, WithdrawDialog } from "./ConductDialogs";
import { TEXTS } from "./texts";
import { AttendanceDialog, CancelDialog, PlanDialog } from "./TrainingDialogs";

export function DevelopmentCards({ staffNo }: { staffNo: string }) {
  const read = useRead("development", { staffNo });
  if (read.isError) return <Failure error={read.error} retry={() => read.refetch()} />;
  if (read.data === undefined) return <Skeleton active paragraph={{ rows: 3 }} />;
  return (
    <>
      <Abilities staffNo={staffNo} view={read.data} />
      <Trainings staffNo={staffNo} view={read.data} />
      <Conduct staffNo={staffNo} view={read.data} />
    </>
  );
}

interface CardProps {
  staffNo: string;
  view: DevelopmentView;
}

function Abilities({ staffNo, view }: CardProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const [judging, setJudging] = useState<string | null>(null);
  const said = ({ met, on, by, note }: AbilityView) => (
    <Space wrap>
      <Tag color={met === null ? "default" : met ? "green" : "red"}>
        {met === null ? texts.never : met ? texts.met : texts.notMet}
      </Tag>
      {on === null ? null : <Typography.Text type="secondary">{texts.by(by ?? "", on)}</Typography.Text>}
      {note === null ? null : <span>{note}</span>}
    </Space>
  );
  return (
    <Card size="small" title={texts.abilities}>
      <List
        size="small"
        dataSource={view.abilities}
        rowKey="item"
        renderItem={(ability) => (
          <List.Item
            actions={
              view.canRecord
                ? [
                    <Button key="judge" size="small" onClick={() => setJudging(ability.item)}>
                      {texts.judge}
                    </Button>,
                  ]
                : []
            }
          >
            <Flex vertical>
              <span>{word(language, `ability.${ability.item}`)}</span>
              {said(ability)}
            </Flex>
          </List.Item>
        )}
      />
      {judging === null ? null : (
        <AbilityDialog staffNo={staffNo} item={judging} close={() => setJudging(null)} />
      )}
    </Card>
  );
}

function Trainings({ staffNo, view }: CardProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const [dialog, setDialog] = useState<"plan" | { attend: number } | { cancel: number } | null>(null);
  const close = () => setDialog(null);
  const standing = ({ attended, cancelled, result }: TrainingView) => {
    if (cancelled) return <Tag>{texts.cancelled}</Tag>;
    if (attended === null) return <Tag color="gold">{texts.waiting}</Tag>;
    return (
      <Tag color={attended ? "green" : "red"}>
        {`${attended ? texts.attended : texts.absent}${result === null ? "" : ` ${result}`}`}
      </Tag>
    );
  };
  return (
    <Card
      size="small"
      title={texts.trainings}
      extra={view.canRecord ? <Button onClick={() => setDialog("plan")}>{texts.plan}</Button> : null}
    >
      {view.trainings.length === 0 ? (
        <Typography.Text type="secondary">{texts.noTrainings}</Typography.Text>
      ) : (
        <List
          size="small"
          dataSource={view.trainings}
          rowKey="number"
          renderItem={(training) => (
            <List.Item
              actions={
                view.canRecord && !training.cancelled
                  ? [
                      <Button
                        key="attend"
                        size="small"
                        onClick={() => setDialog({ attend: training.number })}
                      >
                        {texts.attend}
                      </Button>,
                      ...(training.attended === null
                        ? [
                            <Button
                              key="cancel"
                              size="small"
                              onClick={() => setDialog({ cancel: training.number })}
                            >
                              {texts.cancel}
                            </Button>,
                          ]
                        : []),
                    ]
                  : []
              }
            >
              <Space wrap>
                <span>{`${training.on} ${training.title}`}</span>
                <Typography.Text type="secondary">
                  {`${word(language, `trainingKind.${training.kind}`)}，${texts.hoursText(training.hours)}`}
                </Typography.Text>
                {standing(training)}
              </Space>
            </List.Item>
          )}
        />
      )}
      {dialog === "plan" ? <PlanDialog staffNo={staffNo} close={close} /> : null}
      {dialog !== null && dialog !== "plan" && "attend" in dialog ? (
        <AttendanceDialog staffNo={staffNo} number={dialog.attend} close={close} />
      ) : null}
      {dialog !== null && dialog !== "plan" && "cancel" in dialog ? (
        <CancelDialog number={dialog.cancel} close={close} />
      ) : null}
    </Card>
  );
}

function Conduct({ staffNo, view }: CardProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const [dialog, setDialog] = useState<"record" | { decide: number } | { withdraw: number } | null>(null);
  const close = () => setDialog(null);
  const acts = ({ number, violation, decided, withdrawn }: ConductView) =>
    !view.canDecide || withdrawn !== null
      ? []
      : [
          ...(violation && decided === null
            ? [
                <Button
                  key="decide"
                  size="small"
                  type="primary"
                  onClick={() => setDialog({ decide: number })}
                >
                  {texts.decide}
                </Button>,
              ]
            : []),
          <Button key="withdraw" size="small" onClick={() => setDialog({ withdraw: number })}>
            {texts.withdraw}
          </Button>,
        ];
  return (
    <Card
      size="small"
      title={texts.conduct}
      extra={view.canRecord ? <Button onClick={() => setDialog("record")}>{texts.record}</Button> : null}
    >
      {view.conduct.length === 0 ? (
        <Typography.Text type="secondary">{texts.noConduct}</Typography.Text>
      ) : (
        <List
          size="small"
          dataSource={view.conduct}
          rowKey="number"
          renderItem={(line) => (
            <List.Item actions={acts(line)}>
              <Flex vertical>
                <Space wrap>
                  <Typography.Text delete={line.withdrawn !== null}>
                    {`${line.on} ${word(language, `conduct.${line.kind}`)}`}
                  </Typography.Text>
                  {line.violation && line.decided === null && line.withdrawn === null ? (
                    <Tag color="gold">{texts.undecided}</Tag>
                  ) : null}
                  {line.decided === null ? null : (
                    <Tag color="red">{word(language, `sanction.${line.decided.sanction}`)}</Tag>
                  )}
                  <Typography.Text type="secondary">{line.by}</Typography.Text>
                </Space>
                {line.text === null ? null : <span>{line.text}</span>}
                {line.paper ? (
                  <Typography.Text type="secondary">{texts.attachedPaper}</Typography.Text>
                ) : null}
                {line.decided === null ? null : (
                  <span>
                    {[line.decided.on, line.decided.text ?? "", line.decided.replace ? texts.replaceText : ""]
                      .filter(Boolean)
                      .join(" ")}
                  </span>
                )}
                {line.withdrawn === null ? null : <span>{texts.withdrawnFor(line.withdrawn)}</span>}
              </Flex>
            </List.Item>
          )}
        />
      )}
      {dialog === "record" ? <ConductDialog staffNo={staffNo} close={close} /> : null}
      {dialog !== null && dialog !== "record" && "decide" in dialog ? (
        <SanctionDialog staffNo={staffNo} number={dialog.decide} close={close} />
      ) : null}
      {dialog !== null && dialog !== "record" && "withdraw" in dialog ? (
        <WithdrawDialog staffNo={staffNo} number={dialog.withdraw} close={close} />
      ) : null}
    </Card>
  );
}
