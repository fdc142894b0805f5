// Awards, interviews and violations, with what was decided about each and what follows.
import { Button, Card, Flex, List, Space, Tag, Typography } from "antd";
import { useState } from "react";
import type { ConductView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { Attached } from "../../shared/files/Attached";
import { Follow } from "../certification/Follow";
import { ConductDialog, SanctionDialog, WithdrawDialog } from "./ConductDialogs";
import { TEXTS } from "./texts";
import type { CardProps } from "./TrainingCard";

export function ConductCard({ person, view }: CardProps) {
  const { staffNo } = person;
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
                {line.paper === null ? null : (
                  <Attached
                    to={{ staffNo }}
                    file={line.paper}
                    name={`${texts.attachedPaper}-${staffNo}-${line.number}`}
                  />
                )}
                {line.decided === null ? null : (
                  <span>
                    {[line.decided.on, line.decided.text ?? "", line.decided.replace ? texts.replaceText : ""]
                      .filter(Boolean)
                      .join(" ")}
                  </span>
                )}
                {line.decided?.paper ? (
                  <Attached
                    to={{ staffNo }}
                    file={line.decided.paper}
                    name={`${texts.decidedPaper}-${staffNo}-${line.number}`}
                  />
                ) : null}
                {line.follows === null ? null : <Follow person={person} follows={line.follows} />}
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
