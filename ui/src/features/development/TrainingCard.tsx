// Trainings that a person was named for, and what may be done about each.
import { Button, Card, List, Space, Tag, Typography } from "antd";
import { useState } from "react";
import type { DevelopmentView, TrainingView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";
import { AttendanceDialog, CancelDialog, PlanDialog } from "./TrainingDialogs";

export interface CardProps {
  person: { staffNo: string; name: string };
  view: DevelopmentView;
}

export function TrainingCard({ person, view }: CardProps) {
  const { staffNo } = person;
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
                  {[
                    word(language, `trainingKind.${training.kind}`),
                    texts.hoursText(training.hours),
                    training.trainer === null ? "" : texts.trainedBy(training.trainer),
                  ]
                    .filter(Boolean)
                    .join(texts.comma)}
                </Typography.Text>
                {standing(training)}
              </Space>
            </List.Item>
          )}
        />
      )}
      {dialog === "plan" ? <PlanDialog person={person} close={close} /> : null}
      {dialog !== null && dialog !== "plan" && "attend" in dialog ? (
        <AttendanceDialog staffNo={staffNo} number={dialog.attend} close={close} />
      ) : null}
      {dialog !== null && dialog !== "plan" && "cancel" in dialog ? (
        <CancelDialog number={dialog.cancel} close={close} />
      ) : null}
    </Card>
  );
}
