// The five abilities of 6.5, each with the judgement that stands.
import { Button, Card, Flex, List, Space, Tag, Typography } from "antd";
import { useState } from "react";
import type { AbilityView, DevelopmentView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { word } from "../../shared/words";
import { AbilityDialog } from "./AbilityDialog";
import { TEXTS } from "./texts";

export function AbilityCard({ staffNo, view }: { staffNo: string; view: DevelopmentView }) {
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
