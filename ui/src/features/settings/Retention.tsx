// How long the personal data of engineers who left are kept before they may be erased.
import { App, Button, Card, Flex, InputNumber, Skeleton, Typography } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useAct, useRead } from "../../shared/useCase";
import { TEXTS } from "./texts";

export function Retention() {
  const texts = usePick(TEXTS).personal;
  const { message } = App.useApp();
  const kept = useRead("personalKept", {});
  const set = useAct("setRetention");
  const [typed, setTyped] = useState<number | null>(null);
  if (kept.isPending) return <Skeleton active paragraph={{ rows: 1 }} />;
  if (kept.isError) return <Failure error={kept.error} retry={() => kept.refetch()} />;
  const months = typed ?? kept.data.retentionMonths;
  return (
    <Card size="small" title={texts.retention} style={{ maxWidth: 640 }}>
      <Typography.Paragraph type="secondary">{texts.retentionHelp}</Typography.Paragraph>
      <Flex gap="small" align="center" wrap>
        <InputNumber
          aria-label={texts.retentionMonths}
          min={0}
          max={600}
          precision={0}
          value={months}
          onChange={setTyped}
          suffix={texts.months}
          style={{ width: 140 }}
        />
        <Button
          loading={set.isPending}
          disabled={months === kept.data.retentionMonths}
          onClick={() =>
            set.mutate(
              { months },
              {
                onSuccess: () => {
                  setTyped(null);
                  void message.success(texts.retentionSet(months));
                },
              },
            )
          }
        >
          {texts.setRetention}
        </Button>
      </Flex>
      {set.isError ? <Failure error={set.error} /> : null}
    </Card>
  );
}
